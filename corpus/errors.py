"""All errors of Căn Cứ, one tree. The class says who can mend it; the message, in Vietnamese, says how.

* CancuError
  x DocumentError      the file itself; the job fails with this reason and everything else goes on
    - UnsupportedFormat, OldFormat, ScannedDocument, LegacyFont, EncryptedDocument, DamagedDocument,
      EmptyDocument, SecretDocument, ReadLimitExceeded
  x RequestError       what was asked for cannot be done as asked
    - InvalidRequest, Forbidden, NotFound, Conflict, UploadTooLarge, InvalidGold, InvalidRun
  x ServiceError       something is away for the moment: try again
    - CatalogueUnavailable, IndexUnavailable, DataFolderBusy, ServerUnreachable
  x SetupError         whoever runs the service must act
    - SettingsError, EncoderMissing, EncoderError, IdentityMismatch, CatalogueTooNew
  x InternalError      a mistake of ours, met in another process; in one's own it stays the exception that it is
"""

from corpus.messages import MESSAGES


class CancuError(Exception):
    """Base of all: ``code`` for programs, ``message`` for people, ``status`` for HTTP, ``detail`` for the curious."""

    status = 500

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        self.message = MESSAGES[self.code].format(detail=detail)
        super().__init__(self.message)

    def __reduce__(self) -> tuple[type["CancuError"], tuple[str]]:
        return type(self), (self.detail,)  # errors cross process borders

    @property
    def code(self) -> str:
        """The class name in snake case: stable, part of the API."""
        name = type(self).__name__
        return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")


class DocumentError(CancuError):
    """The file cannot be read; trying again with the same file will not help."""

    status = 422


class UnsupportedFormat(DocumentError):
    """No reader for this kind of file."""


class OldFormat(DocumentError):
    """A format of old office programs (DOC, XLS, RTF) that has no reader yet."""


class ScannedDocument(DocumentError):
    """Pages are pictures: there is no text to read."""


class LegacyFont(DocumentError):
    """Text written for TCVN3 or VNI fonts, not Unicode."""


class EncryptedDocument(DocumentError):
    """A password is needed."""


class DamagedDocument(DocumentError):
    """The file breaks the rules of its own format."""


class EmptyDocument(DocumentError):
    """No words in it."""


class SecretDocument(DocumentError):
    """Stamped MẬT, TỐI MẬT or TUYỆT MẬT, and the settings do not allow that."""


class ReadLimitExceeded(DocumentError):
    """Reading took more memory or time than one file may."""


class RequestError(CancuError):
    """The request is wrong as it stands."""

    status = 400


class InvalidRequest(RequestError):
    """A parameter is missing or makes no sense."""


class Forbidden(RequestError):
    """The request comes from another site."""

    status = 403


class NotFound(RequestError):
    """No such document, job or file."""

    status = 404


class Conflict(RequestError):
    """Not possible in the present state."""

    status = 409


class UploadTooLarge(RequestError):
    """More bytes or files than one request may bring."""

    status = 413


class InvalidGold(RequestError):
    """A file of gold questions has a line that is none."""


class InvalidRun(RequestError):
    """A file is no saved run of an evaluation."""


class ServiceError(CancuError):
    """Away for the moment."""

    status = 503


class CatalogueUnavailable(ServiceError):
    """The database cannot be read or written: a full disk, a folder that may not be written, a file that is no database."""


class IndexUnavailable(ServiceError):
    """The index does not answer."""


class DataFolderBusy(ServiceError):
    """Another process works on the data folder."""


class ServerUnreachable(ServiceError):
    """The server that the data folder names does not answer."""


class SetupError(CancuError):
    """The installation is not in order."""


class SettingsError(SetupError):
    """A setting is unknown or has a bad value."""


class EncoderMissing(SetupError):
    """No encoder has been built yet."""


class EncoderError(SetupError):
    """The encoder's folder is not whole, or its model cannot be loaded."""


class IdentityMismatch(SetupError):
    """The index was made by another encoder or analyser."""


class CatalogueTooNew(SetupError):
    """The catalogue was written by a later version of the program."""


class InternalError(CancuError):
    """A mistake of our own; ``detail`` says which exception came from where, and quotes no document."""
