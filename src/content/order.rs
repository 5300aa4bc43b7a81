//! What two fields of one mapping say together: an end before its beginning, a level below the one
//! before.

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Level;
use jiff::civil::Date;

/// Complains of an end that lies before its beginning.
pub(crate) fn dates(
    fields: &mut Fields<'_, '_>,
    (start_key, start): (&str, Option<Date>),
    (end_key, end): (&str, Option<Date>),
) {
    let (Some(start), Some(end)) = (start, end) else { return };
    if end < start {
        let message = format!("it ends on {end}, before it starts on {start}");
        let here = fields.place_of(end_key);
        let complaint = Diagnostic::error(Code::EndBeforeStart, here, message)
            .related(fields.place_of(start_key), "it starts here")
            .hint("are the two exchanged?");
        fields.reading.report.push(complaint);
    }
}

/// Asks about something that is due before it was raised.
pub(crate) fn due(fields: &mut Fields<'_, '_>, raised: Option<Date>, due: Option<Date>) {
    let (Some(raised), Some(due)) = (raised, due) else { return };
    if due < raised {
        let message = format!("it is due on {due}, before it was raised on {raised}");
        let here = fields.place_of("due");
        let complaint = Diagnostic::warning(Code::EndBeforeStart, here, message)
            .related(fields.place_of("raised"), "it was raised here")
            .hint("are the two exchanged?");
        fields.reading.report.push(complaint);
    }
}

/// Asks about a level that is below the one before.
pub(crate) fn levels(
    fields: &mut Fields<'_, '_>,
    (before_key, before): (&str, Option<Level>),
    (after_key, after): (&str, Option<Level>),
    who: &str,
) {
    let (Some(before), Some(after)) = (before, after) else { return };
    if after < before {
        let message = format!("{who} goes down from level {} to {}", before.number(), after.number());
        let here = fields.place_of(after_key);
        let complaint = Diagnostic::warning(Code::LevelGoesDown, here, message)
            .related(fields.place_of(before_key), "it was here")
            .hint("levels are 0 none, 1 aware, 2 assisted, 3 independent, 4 teaches: are the two exchanged?");
        fields.reading.report.push(complaint);
    }
}
