//! Dates, times of day and durations as people write them.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

/// A date, ISO 8601 alone: `2025-06-12`. The error is advice.
pub fn date(written: &str) -> Result<Date, String> {
    let written = written.trim();
    if is_iso_date(written) {
        return checked(written);
    }
    if written.get(..10).is_some_and(is_iso_date) && date_time(written).is_ok() {
        return Err(format!("write the day alone: {}", &written[..10]));
    }
    Err(advice(written))
}

/// A date, with a time of day or without: `2025-06-12T09:30`. The error is advice.
pub fn date_time(written: &str) -> Result<(Date, Option<Time>), String> {
    let written = written.trim();
    let Some((day, time)) = written.split_at_checked(10).filter(|(day, _)| is_iso_date(day)) else {
        return Err(advice(written));
    };
    let date = checked(day)?;
    if time.is_empty() {
        return Ok((date, None));
    }
    let Some(time) = time.strip_prefix(['T', 't', ' ']) else { return Err(advice(written)) };
    let zone = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let time = self::time(&time[..zone])?;
    Ok((date, Some(time)))
}

/// A time of day: `09:30`. The error is advice.
pub fn time(written: &str) -> Result<Time, String> {
    let written = written.trim();
    let parts: Vec<&str> = written.split(':').collect();
    let numbers: Option<Vec<i8>> = parts
        .iter()
        .map(|part| {
            part.split('.')
                .next()
                .filter(|digits| (1..=2).contains(&digits.len()))
                .and_then(|digits| digits.parse().ok())
        })
        .collect();
    let time = match numbers.as_deref() {
        Some([hour, minute]) => Time::new(*hour, *minute, 0, 0).ok(),
        Some([hour, minute, second]) => Time::new(*hour, *minute, *second, 0).ok(),
        _ => None,
    };
    time.ok_or_else(|| "a time of day is written 09:30, on 24 hours".to_owned())
}

/// How many minutes lie between two moments.
pub fn minutes_between(start: DateTime, end: DateTime) -> Option<i64> {
    let start = start.to_zoned(TimeZone::UTC).ok()?.timestamp();
    let end = end.to_zoned(TimeZone::UTC).ok()?.timestamp();
    Some((end.as_second() - start.as_second()) / 60)
}

/// A duration in minutes: `90m`, `1h30`, `1.5h`, `PT90M`, or a number of minutes. The error is advice.
pub fn duration(written: &str) -> Result<u32, String> {
    const ADVICE: &str = "write 90m, 1h30, 1.5h, PT90M, or a number of minutes";
    let words = written.trim().to_lowercase().replace(' ', "");
    let words = words.strip_prefix("pt").unwrap_or(&words);
    if let Some((hours, minutes)) = words.split_once(':')
        && let (Ok(hours), Ok(minutes)) = (hours.parse::<u32>(), minutes.parse::<u32>())
        && minutes < 60
    {
        return Err(format!("write {hours}h{minutes:02}"));
    }
    let mut minutes = 0.0;
    let mut rest = words;
    let mut last = "";
    while !rest.is_empty() {
        let digits = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len());
        let number: f64 = rest[..digits].parse().map_err(|_| ADVICE.to_owned())?;
        let unit_end =
            rest[digits..].find(|letter: char| letter.is_ascii_digit()).map_or(rest.len(), |end| digits + end);
        let unit = &rest[digits..unit_end];
        minutes += match unit {
            "h" | "hr" | "hrs" | "hour" | "hours" if last.is_empty() => number * 60.0,
            "m" | "min" | "mins" | "minute" | "minutes" if last != "m" => number,
            "" if last.is_empty() || last == "h" => number,
            "d" | "day" | "days" => {
                return Err(format!("say how many hours: a day of eight hours is {}h", number * 8.0));
            }
            _ => return Err(ADVICE.to_owned()),
        };
        last = if unit.starts_with('h') { "h" } else { "m" };
        rest = &rest[unit_end..];
    }
    match minutes.round() {
        minutes if last.is_empty() || !(0.0..=1e6).contains(&minutes) => Err(ADVICE.to_owned()),
        0.0 => Err("leave it out where it is not known".to_owned()),
        minutes => Ok(minutes as u32),
    }
}

fn is_iso_date(written: &str) -> bool {
    written.len() == 10
        && written
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
}

/// A date of the right form, which may still not exist.
fn checked(written: &str) -> Result<Date, String> {
    written.parse::<Date>().map_err(|_| {
        let month = &written[5..7];
        let day: u8 = written[8..].parse().unwrap_or(0);
        match format!("{}-{month}-01", &written[..4]).parse::<Date>() {
            Ok(first) => format!("that month has {} days", first.days_in_month()),
            Err(_) if day <= 12 && day > 0 => {
                format!("there is no month {month}; is it {}-{:02}-{month}?", &written[..4], day)
            }
            Err(_) => format!("there is no month {month}"),
        }
    })
}

/// What to write instead of a date in another form.
fn advice(written: &str) -> String {
    let form = "write the year, the month and the day: 2025-06-12".to_owned();
    let parts: Vec<&str> =
        written.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() <= 4);
    let iso = |year: i16, month: i16, day: i16| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(|date| date.to_string())
    };
    if let [whole] = parts[..]
        && whole.len() == 8
        && let (Ok(year), Ok(month), Ok(day)) = (whole[..4].parse(), whole[4..6].parse(), whole[6..].parse())
        && let Some(date) = iso(year, month, day)
    {
        return format!("write {date}");
    }
    if let [a, b, c] = parts[..] {
        match (number(a), number(b), number(c)) {
            (Some(year), Some(month), Some(day)) if a.len() == 4 => {
                return iso(year, month, day).map_or(form, |date| format!("write {date}"));
            }
            (Some(first), Some(second), Some(year)) => {
                let year = if c.len() <= 2 { 2000 + year } else { year };
                let (day_first, month_first) = (iso(year, second, first), iso(year, first, second));
                return match (day_first, month_first) {
                    (Some(a), Some(b)) if a != b => format!("it can be read in two ways: write {a} or {b}"),
                    (Some(date), _) | (_, Some(date)) => format!("write {date}"),
                    _ => form,
                };
            }
            _ => {}
        }
    }
    let month = parts.iter().find_map(|part| month_named(part));
    let numbers: Vec<i16> =
        parts.iter().filter_map(|part| number(part.trim_end_matches(|letter: char| letter.is_alphabetic()))).collect();
    if let Some(month) = month {
        let year = numbers.iter().copied().find(|number| *number > 31);
        let day = numbers.iter().copied().find(|number| (1..=31).contains(number));
        if let (Some(year), Some(day)) = (year, day)
            && let Some(date) = iso(year, month, day)
        {
            return format!("write {date}");
        }
    }
    if written.chars().any(|letter| letter.is_ascii_digit()) {
        form
    } else {
        format!("{form}; leave it out where it is not known")
    }
}

fn month_named(word: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let word = word.to_lowercase();
    let month = MONTHS.iter().position(|month| word.starts_with(month))?;
    Some(month as i16 + 1)
}

#[cfg(test)]
mod tests {
    use super::{date, date_time, duration};
    use jiff::civil::Time;

    #[test]
    fn dates_are_iso_and_others_get_the_iso_form_as_advice() {
        assert!(date("2025-06-12").is_ok());
        let cases = [
            ("2025-02-30", "28 days"),
            ("2025-13-04", "is it 2025-04-13"),
            ("12/06/2025", "2025-06-12 or 2025-12-06"),
            ("13.06.2025", "write 2025-06-13"),
            ("2025-6-2", "write 2025-06-02"),
            ("20250602", "write 2025-06-02"),
            ("June 2nd, 2025", "write 2025-06-02"),
            ("2025-06", "the year, the month and the day"),
            ("TBD", "leave it out"),
            ("2025-06-12T09:00", "the day alone"),
        ];
        for (written, advice) in cases {
            let found = date(written).expect_err("it is no date");
            assert!(found.contains(advice), "{written}: {found}");
        }
    }

    #[test]
    fn a_time_may_follow_the_date() {
        for written in ["2025-06-12T09:30", "2025-06-12 09:30:00", "2025-06-12T09:30:00+02:00", "2025-06-12T09:30Z"] {
            let (day, time) = date_time(written).expect("it is a date and a time");
            assert_eq!((day.to_string().as_str(), time.map(Time::hour)), ("2025-06-12", Some(9)));
        }
        assert!(date_time("2025-06-12T25:00").is_err());
        assert!(date_time("2025-06-12x").is_err());
        assert!(date_time("2025-06-1é").is_err());
    }

    #[test]
    fn durations_are_minutes() {
        let cases = [
            ("90m", 90),
            ("1h30", 90),
            ("1h30m", 90),
            ("1.5h", 90),
            ("PT90M", 90),
            ("PT1H30M", 90),
            ("90", 90),
            ("2 hours", 120),
            ("45 min", 45),
        ];
        for (written, minutes) in cases {
            assert_eq!(duration(written), Ok(minutes), "{written}");
        }
        for written in ["", "long", "1:30", "2 days", "-5", "0", "90m90", "1h1h", "h", "..", "1e99"] {
            assert!(duration(written).is_err(), "{written}");
        }
    }
}
