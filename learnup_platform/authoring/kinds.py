"""Each kind of question as it is written: its fields to what the student sees, and to what is right."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from learnup_desktop.domain.quantities import read_quantities

Wire = dict[str, object]
Built = tuple[Wire, Wire | None]


class FieldFault(Exception):
    """A field that is missing or wrong."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


class Fields:
    """The fields of one table; those nobody took are faults, since a mistyped field would be lost in silence."""

    def __init__(self, table: Mapping[str, Any], languages: Sequence[str]) -> None:
        self._table = dict(table)
        self.languages = tuple(languages)

    def has(self, name: str) -> bool:
        """Whether it is there and not taken yet."""
        return name in self._table

    def take(self, name: str) -> Any:
        """A field as it is; None when it is not there."""
        return self._table.pop(name, None)

    def string(self, name: str) -> str:
        """A field that must be there, as text."""
        value = self._table.pop(name, None)
        if value is None or not str(value).strip():
            raise FieldFault(name, "is missing")
        return str(value)

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number."""
        value = self._table.pop(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise FieldFault(name, "is missing" if value is None else "is a whole number")
        return value

    def text(self, name: str) -> Wire:
        """A text in every language of the paper; a plain string stands for all of them."""
        if name not in self._table:
            raise FieldFault(name, "is missing")
        return localized(self._table.pop(name), self.languages, name)

    def texts(self, name: str) -> list[Wire]:
        """A list of texts; empty when it is not there."""
        return [localized(item, self.languages, name) for item in self._list(name)]

    def tables(self, name: str) -> list["Fields"]:
        """A list of tables, or of plain values, which become ``{value = …}``."""
        rows = self._list(name)
        return [Fields(row if isinstance(row, dict) else {"value": row}, self.languages) for row in rows]

    def _list(self, name: str) -> list[Any]:
        found = self._table.pop(name, None)
        if found is None:
            return []
        if not isinstance(found, list):
            raise FieldFault(name, "is a list")
        return found

    def finish(self) -> None:
        """Complain about what is left."""
        for left in self._table:
            raise FieldFault(left, "no field of this kind; is it spelt right?")


def localized(value: object, languages: Sequence[str], name: str) -> Wire:
    """A text in every language of the paper."""
    if isinstance(value, str | int | float):
        return dict.fromkeys(languages, str(value))
    if not isinstance(value, dict):
        raise FieldFault(name, "is a text, or one for each language: { en = …, si = …, ta = … }")
    words = {str(code): str(text).strip() for code, text in value.items()}
    unknown = words.keys() - {"en", "si", "ta"}
    if unknown:
        raise FieldFault(name, f"{sorted(unknown)[0]!r} is none of the languages en, si, ta")
    missing = [code for code in languages if not words.get(code)]
    if missing:
        raise FieldFault(name, f"is not written in {', '.join(missing)}")
    return dict(words)


def base_fields(fields: Fields, marks: int | None = None) -> Wire:
    """What every kind has."""
    table = fields.take("table")
    wire: Wire = {
        "id": fields.string("id"),
        "section": str(fields.take("section") or ""),
        "marks": fields.whole("marks", marks),
        "text": fields.text("text"),
        "images": fields.take("images") or [],
        "image_descriptions": fields.texts("image_descriptions"),
        "formula": fields.take("formula"),
        "pool": str(fields.take("pool") or ""),
        "fixed": bool(fields.take("fixed")),
        "table": None if table is None else _table(table, fields.languages),
    }
    if marks is not None and wire["marks"] != marks:
        raise FieldFault("marks", f"the parts have {marks}")
    return wire


def _table(value: object, languages: Sequence[str]) -> Wire:
    if not isinstance(value, dict) or not isinstance(value.get("rows"), list):
        raise FieldFault("table", "has rows: { header = […], rows = [[…], […]] }")
    caption = value.get("caption")
    return {
        "caption": None if caption is None else localized(caption, languages, "table"),
        "header": [localized(cell, languages, "table") for cell in value.get("header", [])],
        "rows": [[localized(cell, languages, "table") for cell in row] for row in value["rows"]],
    }


# --- the kinds -----------------------------------------------------------------------------------------------------


def _choice(fields: Fields, *, several: bool) -> Built:
    shown, right = _choices(fields.tables("choices"))
    if not several and len(right) != 1:
        raise FieldFault("choices", f"exactly one is right = true, not {len(right)}")
    if not right:
        raise FieldFault("choices", "none is right = true")
    key: Wire = {"kind": "choices", "right": right}
    if several:
        key["rule"] = fields.take("rule") or "all"
    return {"choices": shown, "shuffle": bool(fields.take("shuffle"))}, key


def _choices(rows: Sequence[Fields], field: str = "choices") -> tuple[list[Wire], list[str]]:
    if len(rows) < 2:
        raise FieldFault(field, "at least two")
    shown: list[Wire] = []
    right: list[str] = []
    for number, row in enumerate(rows):
        name = str(row.take("id") or chr(ord("a") + number))
        if row.take("right"):
            right.append(name)
        words = row.text("text") if row.has("text") else row.text("value")
        try:
            row.finish()
        except FieldFault as fault:
            raise FieldFault(field, f"{fault.field}: {fault.problem}") from fault
        shown.append({"id": name, "text": words})
    if len({str(choice["id"]) for choice in shown}) != len(shown):
        raise FieldFault(field, "two have the same id")
    return shown, right


def _true_false(fields: Fields) -> Built:
    right = fields.take("right")
    if not isinstance(right, bool):
        raise FieldFault("right", "is true or false")
    return {}, {"kind": "choices", "right": ["true" if right else "false"]}


def _numeric(fields: Fields) -> Built:
    shown: Wire = {"unit": str(fields.take("unit") or ""), "ask_unit": bool(fields.take("ask_unit"))}
    key = _numeric_key(fields)
    if shown["ask_unit"] and not key["units"]:
        raise FieldFault("units", "where the unit is asked for, list what is accepted")
    return shown, key


def _numeric_key(fields: Fields) -> Wire:
    value = fields.string("value")
    if len(read_quantities(value)) != 1 or read_quantities(value)[0].unit:
        raise FieldFault("value", "is one number, such as 9.81 or 6.02e23")
    units: list[Wire] = []
    for row in fields.tables("units"):
        unit = row.string("unit" if row.has("unit") else "value")
        units.append({"unit": unit, "factor": str(row.take("factor") or 1)})
        row.finish()
    key: Wire = {"kind": "numeric", "value": value, "units": units}
    for name in ("tolerance", "relative", "without_unit"):
        if fields.has(name):
            key[name] = str(fields.take(name))
    return key


def _short(fields: Fields) -> Built:
    return {"maximum_length": fields.whole("maximum_length", 200)}, _text_key(fields)


def _text_key(fields: Fields) -> Wire:
    accepted: list[Wire] = []
    for row in fields.tables("accepted"):
        words = row.string("text" if row.has("text") else "value")
        accepted.append({"text": words, "share": str(1 if not row.has("share") else row.take("share"))})
        row.finish()
    if not accepted:
        raise FieldFault("accepted", "no answer is accepted")
    key: Wire = {"kind": "text", "accepted": accepted, "case_sensitive": bool(fields.take("case_sensitive"))}
    review = fields.take("review")
    return key | ({} if review is None else {"review": bool(review)})


def _blanks(fields: Fields) -> Built:
    shown: list[Wire] = []
    keys: Wire = {}
    for row in fields.tables("blank"):
        name = row.string("id")
        blank: Wire = {"id": name}
        if row.has("choices"):
            blank["choices"], right = _choices(row.tables("choices"), "blank")
            if len(right) != 1:
                raise FieldFault("blank", f"{name}: exactly one choice is right = true")
            keys[name] = {"kind": "choices", "right": right}
        elif row.has("value"):
            keys[name] = _numeric_key(row)
        else:
            keys[name] = _text_key(row)
        blank["maximum_length"] = row.whole("maximum_length", 60)
        row.finish()
        shown.append(blank)
    return {"passage": fields.text("passage"), "blanks": shown}, {"kind": "blanks", "blanks": keys}


def _matching(fields: Fields) -> Built:
    name = str(fields._table.get("id", ""))
    items: list[Wire] = []
    partners: list[Wire] = []
    matches: dict[str, str] = {}
    for number, row in enumerate(fields.tables("pairs")):
        item, partner = f"i{number + 1}", _hidden(name, f"partner {number}")
        items.append({"id": item, "text": row.text("item")})
        partners.append({"id": partner, "text": row.text("partner")})
        matches[item] = partner
        row.finish()
    for number, words in enumerate(fields.texts("extra")):
        partners.append({"id": _hidden(name, f"extra {number}"), "text": words})
    if len(items) < 2:
        raise FieldFault("pairs", "at least two: { item = …, partner = … }")
    partners.sort(key=lambda choice: str(choice["id"]))
    key: Wire = {"kind": "matching", "matches": matches, "rule": fields.take("rule") or "share"}
    return {"items": items, "choices": partners}, key


def _ordering(fields: Fields) -> Built:
    name = str(fields._table.get("id", ""))
    words = fields.texts("items")
    if len(words) < 2:
        raise FieldFault("items", "at least two, in the right order")
    items: list[Wire] = [{"id": _hidden(name, f"item {number}"), "text": text} for number, text in enumerate(words)]
    key: Wire = {"kind": "ordering", "order": [item["id"] for item in items], "rule": fields.take("rule") or "all"}
    return {"items": sorted(items, key=lambda item: str(item["id"]))}, key


def _hidden(question: str, name: str) -> str:
    """An id that says nothing of the order in which a teacher wrote the right answer."""
    return "x" + hashlib.sha256(f"{question}\0{name}".encode()).hexdigest()[:8]


def _essay(fields: Fields) -> Built:
    shown: Wire = {"word_limit": fields.take("word_limit"), "minimum_words": fields.take("minimum_words")}
    return shown, _manual_key(fields)


def _drawing(fields: Fields) -> Built:
    shown: Wire = {"maximum_files": fields.whole("maximum_files", 4)}
    for name in ("sketch", "photos"):
        value = fields.take(name)
        shown[name] = True if value is None else bool(value)
    if not (shown["sketch"] or shown["photos"]):
        raise FieldFault("sketch", "sketch and photos cannot both be false")
    return shown, _manual_key(fields)


def _manual_key(fields: Fields) -> Wire:
    guidance = fields.text("guidance") if fields.has("guidance") else None
    return {"kind": "manual", "guidance": guidance}


KINDS: Mapping[str, Callable[[Fields], Built]] = {
    "single": lambda fields: _choice(fields, several=False),
    "multiple": lambda fields: _choice(fields, several=True),
    "true_false": _true_false,
    "numeric": _numeric,
    "short": _short,
    "blanks": _blanks,
    "matching": _matching,
    "ordering": _ordering,
    "essay": _essay,
    "drawing": _drawing,
}
"""By the name of the kind; the structured one is made of these."""
