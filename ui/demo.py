"""The demonstration: two scripts instead of models, and everything that is shown says so."""

from __future__ import annotations

from lab.generation.demo import scripted_model
from lab.records import Kind, Side
from lab.session.pairing import Pairing


class DemoPairing(Pairing):
    """Two scripted players; nothing of it is remembered as the user's choice."""

    def refresh(self) -> None:
        """The two scripts."""
        super().refresh()
        for side, kind in ((Side.A, Kind.BASE), (Side.B, Kind.CHAT)):
            self.replace_model(side, scripted_model(kind))
