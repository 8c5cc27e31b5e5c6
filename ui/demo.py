"""The demonstration: two scripts instead of models, and everything that is shown says so."""

from __future__ import annotations

from lab.generation.demo import SCRIPTED, scripted_model
from lab.records import Framing, Kind, Side
from lab.session.pairing import Pairing


class DemoPairing(Pairing):
    """Two scripted players; nothing of it is remembered as the user's choice."""

    def refresh(self) -> None:
        """The two scripts."""
        super().refresh()
        self._gone = {}
        for side, kind in ((Side.A, Kind.BASE), (Side.B, Kind.CHAT)):
            self.replace_model(self.place_of(side), scripted_model(kind))

    @property
    def scripted(self) -> frozenset[Side]:
        """The sides on which a script plays."""
        return frozenset(side for side in Side if (model := self.model(side)) and model.architecture == SCRIPTED)

    def choose_framing(self, side: Side, framing: Framing) -> None:
        """Ask a side in another way, until the demonstration ends."""
        self._framings[side] = framing
