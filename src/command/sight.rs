//! What may be shown to whom. Who cannot view a channel finds nothing that goes on in it, neither by
//! its number nor in a list, and is not told that there is anything.
//!
//! Everything that a command finds in a channel comes through [`seen`]: rounds, seminars, schedules.

use std::collections::HashMap;

use super::{CommandError, Context, Member, Services, UserError};
use domain::moderation::LogEntry;
use domain::record::Asked;
use domain::schedule::Schedule;
use domain::{ChannelId, MemberId, Round, RoundDetails, Seminar};

/// Who is to view a channel.
#[derive(Clone, Copy, Debug)]
pub enum Viewer<'m> {
    /// A member.
    Member(&'m Member),
    /// Whoever is in the server: only what the role of everyone can view.
    Everyone,
}

/// Whether a channel can be viewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// It can.
    Viewed,
    /// It cannot, or is none of this server's.
    Hidden,
    /// It is deleted.
    Deleted,
    /// Nobody can tell at the moment.
    Unknown,
}

/// Something that goes on in a channel.
pub(crate) trait InChannel {
    /// The channel or thread it is in.
    fn place(&self) -> ChannelId;

    /// The channel that has to be viewed; a forum, for what is in one of its posts.
    fn home(&self) -> ChannelId {
        self.place()
    }

    /// Whether a member has a part in it, so that they find it when the channel is deleted.
    fn involves(&self, member: MemberId) -> bool;
}

/// What a viewer can see of some channels.
pub(crate) struct View {
    here: [Option<ChannelId>; 2],
    all: bool,
    sights: HashMap<ChannelId, Sight>,
}

impl View {
    /// What the member of a request can see. Of the channel at hand nobody has to be asked.
    pub(crate) async fn of_member(
        context: &Context,
        services: &Services,
        places: impl IntoIterator<Item = ChannelId>,
    ) -> Self {
        let view = Self { all: context.member.administers, ..Self::of_nobody(context) };
        view.with(context, services, Viewer::Member(&context.member), places).await
    }

    /// What everybody can see who reads a message in the channel at hand.
    pub(crate) async fn of_everyone(
        context: &Context,
        services: &Services,
        places: impl IntoIterator<Item = ChannelId>,
    ) -> Self {
        Self::of_nobody(context).with(context, services, Viewer::Everyone, places).await
    }

    fn of_nobody(context: &Context) -> Self {
        let here = [Some(context.channel.id), context.channel.parent];
        Self { here, all: false, sights: HashMap::new() }
    }

    async fn with(
        mut self,
        context: &Context,
        services: &Services,
        viewer: Viewer<'_>,
        places: impl IntoIterator<Item = ChannelId>,
    ) -> Self {
        let mut asked: Vec<ChannelId> =
            places.into_iter().filter(|place| !self.all && !self.is_here(*place)).collect();
        asked.sort_unstable();
        asked.dedup();
        if !asked.is_empty() {
            let sights = services.platform.sights(context.server, viewer, &asked).await;
            self.sights.extend(asked.into_iter().zip(sights));
        }
        self
    }

    /// What can be seen of a channel.
    pub(crate) fn sight(&self, place: ChannelId) -> Sight {
        if self.all || self.is_here(place) {
            return Sight::Viewed;
        }
        self.sights.get(&place).copied().unwrap_or(Sight::Hidden)
    }

    fn is_here(&self, place: ChannelId) -> bool {
        self.here.contains(&Some(place))
    }
}

/// Of what was found, what the member of a request can see. What was in a channel that is deleted is
/// found by those who manage the server and those who have a part in it.
///
/// # Errors
/// If nobody can tell what they can see.
pub(crate) async fn seen<T: InChannel>(
    context: &Context,
    services: &Services,
    found: Vec<T>,
) -> Result<Vec<T>, CommandError> {
    let member = context.member.id;
    seen_or(context, services, found, |it| it.involves(member)).await
}

/// The same; `involved` says who finds what was in a channel that is deleted.
///
/// # Errors
/// If nobody can tell what they can see.
pub(crate) async fn seen_or<T: InChannel>(
    context: &Context,
    services: &Services,
    found: Vec<T>,
    involved: impl Fn(&T) -> bool,
) -> Result<Vec<T>, CommandError> {
    let here = |it: &T| it.place() == context.channel.id;
    let elsewhere = found.iter().filter(|it| !here(it)).map(InChannel::home);
    let view = View::of_member(context, services, elsewhere).await;
    let mut seen = Vec::with_capacity(found.len());
    for it in found {
        let sight = if here(&it) { Sight::Viewed } else { view.sight(it.home()) };
        let shown = match sight {
            Sight::Viewed => true,
            Sight::Hidden => false,
            Sight::Deleted => context.member.manages_server || involved(&it),
            Sight::Unknown => return Err(UserError::SightUnknown.into()),
        };
        seen.extend(shown.then_some(it));
    }
    Ok(seen)
}

/// What was found, if the member of a request can see it.
///
/// # Errors
/// If nobody can tell what they can see.
pub(crate) async fn seen_one<T: InChannel>(
    context: &Context,
    services: &Services,
    found: Option<T>,
) -> Result<Option<T>, CommandError> {
    Ok(seen(context, services, Vec::from_iter(found)).await?.pop())
}

/// Of what was found, what everybody can see who reads a message in the channel at hand.
pub(crate) async fn seen_by_all<T: InChannel>(
    context: &Context,
    services: &Services,
    mut found: Vec<T>,
) -> Vec<T> {
    let here = |it: &T| it.place() == context.channel.id;
    let elsewhere = found.iter().filter(|it| !here(it)).map(InChannel::home);
    let view = View::of_everyone(context, services, elsewhere).await;
    found.retain(|it| here(it) || view.sight(it.home()) == Sight::Viewed);
    found
}

/// Refuses a channel that the member of a request cannot view: nothing is posted there for them.
///
/// # Errors
/// If they cannot, or nobody can tell.
pub(crate) async fn needs_view(
    context: &Context,
    services: &Services,
    place: ChannelId,
) -> Result<(), UserError> {
    match View::of_member(context, services, [place]).await.sight(place) {
        Sight::Viewed => Ok(()),
        Sight::Hidden | Sight::Deleted => Err(UserError::HiddenChannel),
        Sight::Unknown => Err(UserError::SightUnknown),
    }
}

impl InChannel for Round {
    fn place(&self) -> ChannelId {
        self.place
    }

    fn home(&self) -> ChannelId {
        self.home
    }

    fn involves(&self, member: MemberId) -> bool {
        self.asker == member
    }
}

impl InChannel for RoundDetails {
    fn place(&self) -> ChannelId {
        self.round.place
    }

    fn home(&self) -> ChannelId {
        self.round.home
    }

    fn involves(&self, member: MemberId) -> bool {
        let answered = self.responses.iter().flat_map(|answer| &answer.by).any(|by| by.0 == member);
        answered
            || self.round.involves(member)
            || self.seminar.as_ref().is_some_and(|seminar| seminar.involves(member))
    }
}

impl InChannel for Seminar {
    fn place(&self) -> ChannelId {
        self.place
    }

    fn involves(&self, member: MemberId) -> bool {
        self.opener == member || self.facilitated_by(member) || self.participant(member).is_some()
    }
}

impl InChannel for Schedule {
    fn place(&self) -> ChannelId {
        self.place
    }

    fn involves(&self, member: MemberId) -> bool {
        self.maker == member
    }
}

impl InChannel for LogEntry {
    fn place(&self) -> ChannelId {
        self.place
    }

    fn home(&self) -> ChannelId {
        self.home
    }

    fn involves(&self, member: MemberId) -> bool {
        self.take_down.by.as_ref().is_some_and(|(by, _)| *by == member)
    }
}

impl InChannel for Asked {
    fn place(&self) -> ChannelId {
        self.place
    }

    fn home(&self) -> ChannelId {
        self.home
    }

    fn involves(&self, _: MemberId) -> bool {
        self.took_part
    }
}
