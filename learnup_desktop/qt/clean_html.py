"""HTML that somebody else wrote, reduced to what a reader may show: structure, emphasis, tables, links.

Qt's rich text runs no script and the viewer loads nothing; this takes away what either would have to be right about:
scripts, styles, forms, frames, pictures from elsewhere, and links that are no web or mail address.
"""

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
_NOT_SHOWN = frozenset({"img", "map", "area"})
"""Would be fetched, or stand there broken."""


def clean_html(text: str) -> str:
    """The harmless part of an HTML document. What is left out is left out with its content only where that is code."""
    import nh3

    return nh3.clean(
        text,
        tags=nh3.ALLOWED_TAGS - _NOT_SHOWN,
        clean_content_tags={"script", "style", "title", "noscript", "template", "object", "iframe"},
        url_schemes=set(LINK_SCHEMES),
        link_rel=None,
    )
