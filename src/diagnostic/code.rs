use std::fmt;

macro_rules! codes {
    ($( $(#[$meaning:meta])* $name:ident = $text:literal, )*) => {
        /// The stable name of a complaint, said from the author's side.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $( $(#[$meaning])* $name, )*
        }

        impl Code {
            /// Every code there is, in the order of this list.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )* ];

            /// The code as it is printed.
            pub fn as_str(self) -> &'static str {
                match self { $( Self::$name => $text, )* }
            }
        }
    };
}

codes! {
    // The files.
    /// A file that is not UTF-8 text.
    NotUtf8 = "not-utf8",
    /// A file or folder that may not be read.
    Unreadable = "unreadable",
    /// A symbolic link that leads out of the site folder, nowhere, or in a circle.
    SymbolicLink = "symbolic-link",
    /// A pipe, socket or device among the notes.
    SpecialFile = "special-file",
    /// A file name that cannot be used.
    BadFileName = "bad-file-name",
    /// Control characters in a text.
    ControlCharacter = "control-character",
    /// Characters that change the direction of writing.
    BidiCharacter = "bidi-character",
    /// What an editor or a sync tool left behind.
    LeftoverFile = "leftover-file",
    /// A YAML file that no kind claims.
    UnknownRegister = "unknown-register",
    /// A site folder without any note.
    EmptySite = "empty-site",
    /// Something beyond a limit of the program.
    TooLarge = "too-large",

    // Front matter and YAML.
    /// Front matter that is opened and not closed.
    UnclosedFrontMatter = "unclosed-front-matter",
    /// Front matter that does not begin on the first line.
    MisplacedFrontMatter = "misplaced-front-matter",
    /// YAML that cannot be read.
    InvalidYaml = "invalid-yaml",
    /// A key written twice in one mapping.
    DuplicateKey = "duplicate-key",
    /// A YAML tag such as `!secret`.
    YamlTag = "yaml-tag",
    /// site.toml cannot be read.
    InvalidToml = "invalid-toml",
    /// A key that nobody knows, near to one that is known.
    UnknownKey = "unknown-key",
    /// A setting of site.toml that nobody knows.
    UnknownSetting = "unknown-setting",
    /// A value of another form than its field takes.
    WrongType = "wrong-type",
    /// A word that is none of those the field takes.
    UnknownValue = "unknown-value",
    /// A number outside of what its field takes.
    OutOfRange = "out-of-range",
    /// A date that does not exist or is not written as ISO 8601.
    InvalidDate = "invalid-date",
    /// A duration that cannot be read.
    InvalidDuration = "invalid-duration",
    /// A sum of money that is not a number.
    InvalidAmount = "invalid-amount",
    /// A field without which the record means nothing.
    MissingField = "missing-field",
    /// A field that practitioners expect.
    ExpectedField = "expected-field",
    /// A text where a value must stand.
    EmptyValue = "empty-value",
    /// The same thing twice in one list, or recorded twice.
    ListedTwice = "listed-twice",

    // Identity.
    /// An id that cannot be one.
    InvalidId = "invalid-id",
    /// Two records of one kind with one id.
    DuplicateId = "duplicate-id",
    /// Two people who answer to one name.
    AmbiguousName = "ambiguous-name",
    /// Two sources that would be written to one file.
    OutputClash = "output-clash",

    // References.
    /// A reference to a record that is not there.
    UnknownReference = "unknown-reference",
    /// A reference that fits records of several kinds.
    AmbiguousReference = "ambiguous-reference",
    /// A record of another kind than the field takes.
    WrongKind = "wrong-kind",
    /// A link to a note or file that is not there.
    BrokenLink = "broken-link",
    /// A link to a heading that is not there.
    BrokenAnchor = "broken-anchor",
    /// An image that is not there.
    MissingImage = "missing-image",
    /// A link that leaves the site folder.
    LinkOutside = "link-outside",
    /// A link with a scheme that could run something.
    UnsafeLink = "unsafe-link",
    /// A link without words or without a target.
    EmptyLink = "empty-link",
    /// Brackets that were meant as a link and are read as text.
    NotALink = "not-a-link",

    // Markdown.
    /// A block mark that is no known callout.
    UnknownCallout = "unknown-callout",
    /// Raw HTML that is not among what notes may use.
    RawHtml = "raw-html",
    /// A picture of that name does not exist.
    UnknownView = "unknown-view",
    /// A key that the picture does not take.
    UnknownViewKey = "unknown-view-key",
    /// A footnote that is used and not written.
    MissingFootnote = "missing-footnote",
    /// A footnote that is written and shown nowhere.
    UnusedFootnote = "unused-footnote",
    /// A heading more than one level below the one before.
    HeadingLevels = "heading-levels",
    /// An image without a text for those who do not see it.
    MissingAlt = "missing-alt",
    /// Blocks nested deeper than anybody reads.
    TooDeep = "too-deep",

    // What the records say together.
    /// An end before its beginning.
    EndBeforeStart = "end-before-start",
    /// A session outside the engagement's dates.
    OutsideEngagement = "outside-engagement",
    /// A level after that is below the level before.
    LevelGoesDown = "level-goes-down",
    /// More than one accountable role.
    SeveralAccountable = "several-accountable",
    /// A decision that replaces itself, by however many steps.
    CircularSupersedes = "circular-supersedes",
    /// A decision that is replaced and not marked so.
    SupersededStatus = "superseded-status",
    /// A status that the dates contradict.
    StatusContradiction = "status-contradiction",
    /// Something open whose owner leaves.
    OwnerLeaves = "owner-leaves",
    /// One person both there and absent.
    PresentAndAbsent = "present-and-absent",

    // Editions.
    /// An audience that site.toml does not know.
    UnknownAudience = "unknown-audience",
    /// A folder or file below `[audiences]` that is not there.
    UnmatchedAudience = "unmatched-audience",
    /// An edition that site.toml does not know.
    UnknownEdition = "unknown-edition",
    /// An audience where only a whole record can have one.
    MisplacedAudience = "misplaced-audience",
    /// A visible record that refers to a withheld one.
    LinkToWithheld = "link-to-withheld",
    /// A name that cannot be replaced at its place.
    UnreplaceableName = "unreplaceable-name",
    /// Withheld matter found in what would be written.
    Leak = "leak",
    /// A kind of output in which the leak check cannot see.
    BlindLeakCheck = "blind-leak-check",
    /// An attachment that may carry its author's name.
    AttachmentMetadata = "attachment-metadata",

    // Images, theme, book.
    /// A file that is not the image its name says.
    InvalidImage = "invalid-image",
    /// A template or theme file that cannot be used.
    Theme = "theme",
    /// A picture in a note for which nothing is recorded.
    EmptyPicture = "empty-picture",
    /// The accent colour has too little contrast.
    LowContrast = "low-contrast",
    /// The layout of the book says something is wrong.
    BookLayout = "book-layout",
    /// Characters for which the book's fonts have no picture.
    MissingGlyph = "missing-glyph",
    /// A visible record that is in no chapter of the book.
    NotInBook = "not-in-book",
    /// Less of the text is in the search index than there is.
    SearchTrimmed = "search-trimmed",
    /// A threshold of readiness that is not reached.
    Gate = "gate",
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
