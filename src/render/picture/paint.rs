/// How a surface is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paint {
    /// A level of skill, 0 to 4; also other things in an order from little to much.
    Level(u8),
    /// A level that nobody recorded.
    NotRecorded,
    /// One of five kinds of things, 1 to 5.
    Series(u8),
    /// What counts, or is well.
    Tone,
    /// What went wrong, or is too much.
    Bad,
    /// What is set aside.
    Muted,
    /// Only an outline: what was planned.
    Outline,
    /// Only a dashed outline: who or what leaves.
    Dashed,
    /// A cell of the risk grid, 1 (low) to 4 (high).
    Risk(u8),
    /// A row that stands out from its neighbours for the eye only.
    Band,
    /// A numbered mark.
    Mark,
    /// A line that is wanted or reached: only in legends.
    Threshold,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    /// Behind the shapes, to read them by.
    Rule,
    /// What the shapes stand on.
    Axis,
    /// A day or a number that matters.
    Threshold,
}

/// How words are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct TextStyle {
    pub(super) colour: Colour,
    pub(super) anchor: Anchor,
    pub(super) strong: bool,
    pub(super) small: bool,
    pub(super) face: Face,
}

/// The colour of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Colour {
    #[default]
    Ink,
    Soft,
    OnDark,
    Warn,
    Bad,
}

/// Where words stand to their point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// The face of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Face {
    #[default]
    Sans,
    Serif,
    Big,
}

impl Paint {
    /// The classes of the theme for it.
    pub fn class(self) -> String {
        match self {
            Self::Level(level) => format!("lv{level}"),
            Self::NotRecorded => "lvx".into(),
            Self::Series(number) => format!("k{number}"),
            Self::Tone => "f-tone".into(),
            Self::Bad => "f-bad".into(),
            Self::Muted => "f-soft".into(),
            Self::Outline => "f-none s-ink".into(),
            Self::Dashed => "f-none s-tone".into(),
            Self::Risk(number) => format!("risk{number} s-paper"),
            Self::Band => "band-row".into(),
            Self::Mark => "f-tone s-paper".into(),
            Self::Threshold => "today".into(),
        }
    }
}

impl Stroke {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Axis => "axis",
            Self::Threshold => "today",
        }
    }
}

impl TextStyle {
    pub(super) fn soft() -> Self {
        Self { colour: Colour::Soft, ..Self::default() }
    }

    pub(super) fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    pub(super) fn small(self) -> Self {
        Self { small: true, ..self }
    }

    pub(super) fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub(super) fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub(super) fn face(self, face: Face) -> Self {
        Self { face, ..self }
    }

    /// The classes of the theme for it; empty where the default will do.
    pub(super) fn class(self) -> String {
        let mut classes = Vec::new();
        match self.colour {
            Colour::Ink => {}
            Colour::Soft => classes.push("t-soft"),
            Colour::OnDark => classes.push("on-dark"),
            Colour::Warn => classes.push("f-warn"),
            Colour::Bad => classes.push("f-bad"),
        }
        match self.face {
            Face::Sans => {}
            Face::Serif => classes.push("t-serif"),
            Face::Big => classes.push("t-big"),
        }
        match self.anchor {
            Anchor::Start => {}
            Anchor::Middle => classes.push("t-mid"),
            Anchor::End => classes.push("t-end"),
        }
        if self.strong {
            classes.push("t-strong");
        }
        if self.small {
            classes.push("t-small");
        }
        classes.join(" ")
    }
}
