"""What is said when the Hub refuses: one sentence a reason, and what to do about it."""

from __future__ import annotations

from lab.amounts import size
from lab.errors import DownloadFailed
from lab.language import tr

TOKEN_HINT = tr(
    "Make a token on your account's page there, and give it to Counterpoint: in the settings, or as HF_TOKEN."
)


def access_refused(repository: str, endpoint: str, *, has_token: bool) -> DownloadFailed:
    """The Hub gives these files only to people who have accepted terms, and not to us."""
    if has_token:
        return DownloadFailed(
            tr("Your account may not have {repository} yet.", repository=repository),
            tr(
                "Open {address}, accept its terms, and wait for the answer if somebody has to give one.",
                address=f"{endpoint}/{repository}",
            ),
        )
    return DownloadFailed(
        tr("{repository} is only given to people who have accepted its terms.", repository=repository),
        " ".join((tr("Open {address} and accept them.", address=f"{endpoint}/{repository}"), TOKEN_HINT)),
    )


def refused(status: int, repository: str, endpoint: str, *, has_token: bool) -> DownloadFailed:
    """The Hub answered, and not with what was asked for.

    Args:
        status: Of HTTP.
        repository: What was asked for; empty for a search.
        endpoint: The Hub's address.
        has_token: Whether it was shown a token.
    """
    what = repository or tr("its list of models")
    if status == 429:
        return DownloadFailed(
            tr("The Hub has had too many requests from here."), tr("Wait a few minutes and try again.")
        )
    if status == 403 and repository:
        return access_refused(repository, endpoint, has_token=has_token)
    if status in (401, 404):
        if status == 401 and has_token:
            return DownloadFailed(
                tr("The Hub gives nothing of {what} to your token.", what=what),
                tr("Look whether the token is still valid and the name is right."),
            )
        return DownloadFailed(
            tr("The Hub does not give {what}.", what=what),
            tr("Look whether the name is right. If it is private or asks for terms: {hint}", hint=TOKEN_HINT),
        )
    if status == 408 or status >= 500:
        return DownloadFailed(
            tr("The Hub has trouble of its own (it answered {status}).", status=status),
            tr("Try again in a few minutes."),
        )
    return DownloadFailed(
        tr("The Hub does not give {what} (it answered {status}).", what=what, status=status), tr("Try again later.")
    )


def not_given(file: str, status: int) -> DownloadFailed:
    """The Hub does not give one file."""
    return DownloadFailed(
        tr("The Hub does not give {file} (it answered {status}).", file=file, status=status), tr("Try again later.")
    )


def file_gone(file: str, repository: str) -> DownloadFailed:
    """The file is not there any more."""
    return DownloadFailed(
        tr("{file} is not in {repository} any more.", file=file, repository=repository),
        tr("Search for it again: its author may have moved or removed it."),
    )


def arrived_changed(name: str, found: str, promised: str) -> DownloadFailed:
    """The bytes are not those that were promised."""
    return DownloadFailed(
        tr(
            "{name} arrived changed: its checksum is {found}… and should be {promised}…",
            name=name,
            found=found[:16],
            promised=promised[:16],
        ),
        tr("Nothing was kept. Try again; if it stays so, something between here and the source alters files."),
    )


def too_long(name: str, promised_bytes: int) -> DownloadFailed:
    """More came than was promised."""
    return DownloadFailed(
        tr("{name} is longer than the {size} that were promised.", name=name, size=size(promised_bytes)),
        tr("What came was not the model, and nothing was kept. Try again later, or from another network."),
    )


def taken(name: str) -> DownloadFailed:
    """Another program fetches the same file."""
    return DownloadFailed(
        tr("{name} is being downloaded by another Counterpoint.", name=name),
        tr("Wait until it is done there, or stop it there."),
    )


def broke_off(name: str, done_bytes: int, size_bytes: int, *, detail: str = "") -> DownloadFailed:
    """The connection broke again and again."""
    return DownloadFailed(
        tr(
            "The download of {name} was cut off: {done} of {size} came.",
            name=name,
            done=size(done_bytes),
            size=size(size_bytes),
        ),
        tr("What came is kept. Check the network, then go on."),
        detail=detail,
    )
