use super::Staying;
use crate::edition::Edition;
use crate::model::{EntryId, ItemStatus, ItemType, OpenItem};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What is not finished when the consultants leave. Actions of sessions are among it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpenAtExit {
    /// Every item of the edition, closed ones too, by id.
    pub items: BTreeMap<EntryId, ItemStanding>,
    /// How many are open: neither closed nor transferred.
    pub open: usize,
    /// Open items whose due date has passed, the longest overdue first.
    pub overdue: Vec<EntryId>,
    /// Open items with neither an owner nor a new one, by id.
    pub unowned: Vec<EntryId>,
    /// Open items with an owner or a new one of whom nobody stays, by id.
    pub orphaned: Vec<EntryId>,
    /// Open risks with probability and impact, the greatest first.
    pub risks: Vec<EntryId>,
}

/// Where one item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemStanding {
    /// Whether it is neither closed nor transferred.
    pub open: bool,
    /// Whether it is open and its due date lies before today.
    pub overdue: bool,
    /// Whether its owner leaves; none where it has no owner.
    pub owner_leaves: Option<bool>,
    /// Whether somebody who stays has it after the engagement: its new owner, or its owner.
    pub owned_after_exit: bool,
    /// Probability times impact, 1 to 25, where both are recorded.
    pub risk_score: Option<u8>,
}

pub(super) fn derive(edition: &Edition, staying: &Staying) -> OpenAtExit {
    let mut open_at_exit = OpenAtExit::default();
    let (mut overdue, mut risks) = (Vec::new(), Vec::new());
    for (entry, item) in edition.open_items() {
        let standing = standing(item, staying, edition.today());
        if standing.open {
            open_at_exit.open += 1;
            if standing.overdue {
                overdue.push((item.due, &entry.id));
            }
            if item.owner.is_none() && item.new_owner.is_none() {
                open_at_exit.unowned.push(entry.id.clone());
            } else if !standing.owned_after_exit {
                open_at_exit.orphaned.push(entry.id.clone());
            }
            if item.item_type == Some(ItemType::Risk)
                && let Some(score) = standing.risk_score
            {
                risks.push((Reverse(score), &entry.id));
            }
        }
        open_at_exit.items.insert(entry.id.clone(), standing);
    }
    overdue.sort();
    risks.sort();
    open_at_exit.overdue = overdue.into_iter().map(|(_, id)| id.clone()).collect();
    open_at_exit.risks = risks.into_iter().map(|(_, id)| id.clone()).collect();
    open_at_exit
}

fn standing(item: &OpenItem<EntryId>, staying: &Staying, today: Date) -> ItemStanding {
    let stays = |owner: &Option<EntryId>| owner.as_ref().map(|id| staying.includes(id));
    let open = !matches!(item.status, Some(ItemStatus::Closed | ItemStatus::Transferred));
    ItemStanding {
        open,
        overdue: open && item.due.is_some_and(|due| due < today),
        owner_leaves: stays(&item.owner).map(|stays| !stays),
        owned_after_exit: stays(&item.new_owner) == Some(true) || stays(&item.owner) == Some(true),
        risk_score: item.probability.zip(item.impact).map(|(probability, impact)| probability.saturating_mul(impact)),
    }
}

#[cfg(test)]
mod tests {
    use super::standing;
    use crate::insight::Staying;
    use crate::model::{ItemStatus, OpenItem};
    use jiff::civil::date;

    #[test]
    fn due_today_is_not_overdue_and_neither_is_what_was_handed_on() {
        let today = date(2026, 5, 29);
        let item = |due, status| OpenItem { due: Some(due), status, ..OpenItem::default() };
        let overdue = |due, status| standing(&item(due, status), &Staying::default(), today).overdue;
        assert!(!overdue(today, None));
        assert!(overdue(date(2026, 5, 28), None));
        assert!(overdue(date(2026, 5, 28), Some(ItemStatus::Blocked)));
        assert!(!overdue(date(2026, 5, 28), Some(ItemStatus::Closed)));
        assert!(!overdue(date(2026, 5, 28), Some(ItemStatus::Transferred)));
    }
}
