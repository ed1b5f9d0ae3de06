"""Read XML from elsewhere: nothing it points at is fetched, and no entity of its own is expanded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def root_of(content: bytes) -> Element:
    """Return the outermost element. Raises ValueError with a reason in plain words."""
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
