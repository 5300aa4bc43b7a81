//! The parts of the filter, each of which a test can take out to see which check would notice.

/// One part of what keeps withheld matter out of an edition.
///
/// All of them are always in force. Only tests of the program itself can take one out: there is no
/// flag and no setting for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Safeguard {
    /// A record is shown only to the audiences it names.
    Audiences,
    /// A folder's audience holds for everything in it.
    FolderDefaults,
    /// An audience that does not exist withholds.
    UnknownAudiences,
    /// An audience where no record is withholds the record around it.
    MisplacedAudiences,
    /// A record that could not be read whole is withheld.
    UnreadableRecords,
    /// Drafts are for the internal edition.
    Drafts,
    /// What stands inside of a withheld record is withheld.
    Parts,
    /// What stands under `internal:` is withheld.
    InternalFields,
    /// `> [!INTERNAL]` withholds its block.
    InternalBlocks,
    /// A block whose mark cannot be read is withheld.
    UnknownMarks,
    /// HTML comments are no text.
    Comments,
    /// A link to a withheld record becomes its words, or nothing.
    Links,
    /// A field that names a withheld record reads as if it did not; what means nothing without it
    /// goes whole.
    References,
    /// A record that only others name goes where none of these is shown.
    ImpliedRecords,
    /// A footnote goes with the text that used it.
    Footnotes,
    /// What held nothing but withheld matter leaves no bullet and no frame.
    EmptiedBlocks,
    /// A link to a heading that is withheld loses its anchor.
    Anchors,
    /// Only files that a visible record names are copied.
    Files,
    /// Images carry their pictures and nothing else.
    ImageMetadata,
    /// Names of people in running text are replaced.
    NamesInText,
    /// Names of people in titles, tags and other plain words are replaced.
    NamesInWords,
    /// Names of people in ids, paths and anchors are replaced.
    NamesInPaths,
    /// Other names and addresses of people count as their names.
    OtherNames,
    /// Sums are hidden where the edition says so.
    Money,
    /// Levels are hidden where the edition says so.
    Ratings,
}

#[cfg(not(test))]
impl Safeguard {
    /// Whether a test has taken it out: never, in the program.
    pub(crate) const fn is_out(self) -> bool {
        false
    }
}

#[cfg(test)]
mod taken_out {
    use super::Safeguard;
    use std::cell::Cell;

    thread_local! {
        static TAKEN_OUT: Cell<Option<Safeguard>> = const { Cell::new(None) };
    }

    impl Safeguard {
        /// Every part of the filter.
        pub(crate) const ALL: [Self; 25] = [
            Self::Audiences,
            Self::FolderDefaults,
            Self::UnknownAudiences,
            Self::MisplacedAudiences,
            Self::UnreadableRecords,
            Self::Drafts,
            Self::Parts,
            Self::InternalFields,
            Self::InternalBlocks,
            Self::UnknownMarks,
            Self::Comments,
            Self::Links,
            Self::References,
            Self::ImpliedRecords,
            Self::Footnotes,
            Self::EmptiedBlocks,
            Self::Anchors,
            Self::Files,
            Self::ImageMetadata,
            Self::NamesInText,
            Self::NamesInWords,
            Self::NamesInPaths,
            Self::OtherNames,
            Self::Money,
            Self::Ratings,
        ];

        /// Whether a test has taken it out.
        pub(crate) fn is_out(self) -> bool {
            TAKEN_OUT.get() == Some(self)
        }

        /// Does something without one part of the filter, or with all of them. Everything that
        /// runs in parallel does so on threads of its own, so that no other test is affected.
        pub(crate) fn without<T: Send>(safeguard: Option<Self>, act: impl FnOnce() -> T + Send) -> T {
            rayon::ThreadPoolBuilder::new()
                .num_threads(1)
                .start_handler(move |_| TAKEN_OUT.set(safeguard))
                .build()
                .expect("a thread can be started")
                .install(act)
        }
    }
}
