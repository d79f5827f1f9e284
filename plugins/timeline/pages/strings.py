"""Every word of the interface, by a short id (`nav.timeline`), in one language: gettext catalogues read by Babel.

The ids stand for the English text, which can so be reworded without touching the other languages. A text that a
language does not have yet, or that is marked fuzzy there, is given in English.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
LATIN = "0123456789"


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """The interface in one language.

    language: BCP 47 code. direction: `ltr` or `rtl`, as HTML's `dir`. digits: the ten digits from zero on.
    texts, plurals: by id, as the file has them; '' or () where it has none. A plural has one form for each of
    `categories`, the CLDR plural categories of the language; `category` chooses one for a number.
    """

    language: str
    direction: str
    texts: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]]
    categories: tuple[str, ...]
    category: Callable[[int], str]
    fallback: Catalogue | None = field(default=None, repr=False)

    @property
    def digits(self) -> str:
        """The ten digits, from zero on."""
        return self.text("number.digits")

    def text(self, msgid: str, **values: str | int) -> str:
        """The text with `{name}` replaced by its value, numbers as `number` writes them. KeyError for an unknown id."""
        if own := self.texts.get(msgid):
            return self._filled(own, values)
        if self.fallback:
            return self.fallback.text(msgid, **values)
        raise KeyError(msgid)

    def plural(self, msgid: str, n: int, **values: str | int) -> str:
        """The form of the text that goes with the number `n`, which is `{count}` in it. KeyError for an unknown id."""
        if own := self.plurals.get(msgid):
            return self._filled(own[self.categories.index(self.category(n))], {"count": n, **values})
        if self.fallback:
            return self.fallback.plural(msgid, n, **values)
        raise KeyError(msgid)

    def forms(self, msgid: str) -> str | dict[str, str]:
        """The text as the file has it, or the forms of a plural by category. KeyError for an unknown id."""
        if own := self.plurals.get(msgid):
            return dict(zip(self.categories, own, strict=True))
        if own_text := self.texts.get(msgid):
            return own_text
        if self.fallback:
            return self.fallback.forms(msgid)
        raise KeyError(msgid)

    def number(self, n: int) -> str:
        """A whole number in the digits of the language, thousands set apart: `1,234`, `١٬٢٣٤`."""
        return self.in_digits(f"{n:,}".replace(",", self.text("number.thousands")))

    def in_digits(self, text: str) -> str:
        """The text with 0-9 in the digits of the language; for years and days, which have no thousands."""
        return text.translate(str.maketrans(LATIN, self.digits))

    def ids(self) -> tuple[str, ...]:
        """Every id of the file, translated or not, sorted."""
        return tuple(sorted({*self.texts, *self.plurals}))

    def _filled(self, template: str, values: Mapping[str, str | int]) -> str:
        written = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return template.format_map(written)


def read_catalogue(po_text: str, language: str, fallback: Catalogue | None = None) -> Catalogue:
    """The catalogue in the text of a .po file. `fallback`: the English one, for what this file has not translated.

    Raises ValueError if the text is no .po file, if a plural has not the forms of the language, or if an id is not
    in the English catalogue.
    """
    locale = Locale.parse(language, sep="-")
    categories = tuple(name for name in CATEGORIES if name in {*locale.plural_form.tags, "other"})
    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in _messages(po_text, language):
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        known = all(forms) and not message.fuzzy
        if isinstance(message.id, str):
            texts[message.id] = forms[0] if known else ""
        elif len(forms) == len(categories):
            plurals[message.id[0]] = forms if known else ()
        else:
            raise ValueError(f"{language}.po: {message.id[0]}: must have {len(categories)} plural forms: "
                             f"{', '.join(categories)}; found {len(forms)}")  # fmt: skip
    if fallback and (unknown := {*texts, *plurals} - {*fallback.ids()}):
        raise ValueError(f"{language}.po: every id must be in the English file too; found {', '.join(sorted(unknown))}")
    return Catalogue(language, locale.text_direction, texts, plurals, categories, locale.plural_form, fallback)


def _messages(po_text: str, language: str) -> list[Message]:
    """Every message of the file but its header."""
    try:
        catalogue = read_po(io.StringIO(po_text), locale=language.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        reason = str(error).removesuffix(f" on {error.lineno}")
        raise ValueError(f"{language}.po:{error.lineno + 1}: must be a gettext catalogue; {reason}") from error
    return [message for message in catalogue if message.id]
