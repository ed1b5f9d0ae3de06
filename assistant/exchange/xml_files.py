"""Read XML from elsewhere: nothing it points at is fetched, and no entity of its own is expanded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.exchange.decoding import decoded, wide_encoding

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


ELEMENTS: Final = 600_000
"""The most elements that are held at once: up to 160 MB; a diary of fifty thousand entries in Diaro's form."""


DEPTH: Final = 10_000
"""By how many more tags may be opened than closed, comments and the like counted in."""


_DECLARED: Final = re.compile(rb"\A\s*<\?xml[^>]*\?>")
"""The line in which XML names its encoding."""


def root_of(content: bytes) -> Element:
    """Return the outermost element. Raises ValueError with a reason in plain words."""
    if wide_encoding(content):
        content = _DECLARED.sub(b"", decoded(content).text.encode("utf8"))
    if content.count(b"<") > 2 * ELEMENTS:
        raise ValueError(f"its XML has more than {ELEMENTS} elements")
    if content.count(b"<") - 2 * content.count(b"</") - content.count(b"/>") > DEPTH:
        raise ValueError("its XML is nested too deeply, or most of its tags are never closed")
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content)
    except DefusedXmlException as error:
        raise ValueError("its XML defines entities of its own, which are refused") from error
    except ParseError as error:
        raise ValueError(f"it is not whole XML: {error}") from error
    except (ValueError, LookupError, RecursionError) as error:
        raise ValueError("it is not XML") from error
    return root
