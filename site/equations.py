"""Equations of the model, drawn: what a block of docs/model.md writes as plain text becomes fractions, exponents, indices and
Greek letters. The layout is the author's: a line stays a line, and what stands behind a gap is a remark. Only what is
typed is drawn; nothing is rearranged."""

import html
import re

BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOKEN = re.compile(r"\s+|[A-Za-z]'(?![A-Za-z])|[A-Za-z_][A-Za-z_0-9]*(?:['-][A-Za-z]+)*|\d+(?:\.\d+)?|<-|>=|<=|\.\.|.")
LETTERS = {"theta": "&theta;", "pi": "&pi;"}
SIGNS = {"<-": "&larr;", ">=": "&ge;", "<=": "&le;", "-": "&minus;", "~": "&sim;", "..": "&hellip;", "<": "&lt;", ">": "&gt;",
         "&": "&amp;", "`": ""}
CLOSING = {"(": ")", "[": "]"}


def letter(word):
    """A quantity of one letter, with its index: S0, r_felt, b'."""
    name, index = re.fullmatch(r"(theta|pi|[A-Za-z])(?:_?([a-z0-9]+))?'?", word).groups()
    drawn = f"<i>{LETTERS.get(name, name)}</i>" + ("&prime;" if word.endswith("'") else "")
    return drawn + (f"<sub>{index}</sub>" if index else "")


def is_quantity(word):
    return re.fullmatch(r"(theta|pi|[A-Za-z])(\d+|_felt)?'?", word) is not None


class Reader:
    """Reads one formula, from left to right."""

    def __init__(self, text, parameters):
        self.tokens, self.parameters, self.place = TOKEN.findall(text), parameters, 0

    def next(self, ahead=0):
        place = self.place + ahead
        return self.tokens[place] if place < len(self.tokens) else ""

    def before(self):
        """The word before this one."""
        earlier = [token for token in self.tokens[:self.place] if not token.isspace()]
        return earlier[-1] if earlier else ""

    def goes_on_in_english(self):
        after = self.next(2)
        return self.next(1).isspace() and re.fullmatch(r"[a-z]['a-z-]+", after) is not None and not is_quantity(after)

    def is_symbol(self):
        """Whether the word here is a quantity: `a` is a person's aversion, and a word of English before another one."""
        return is_quantity(self.next()) and not (self.next() == "a" and self.goes_on_in_english())

    def is_parameter(self):
        """Some parameters are words of English, too: residents, ties, search, penalty."""
        word = self.next()
        if word not in self.parameters:
            return False
        return "_" in word or not (self.before() in ("a", "an", "the", "are", "each")
                                   or (self.before() == "" and self.goes_on_in_english()))

    def inside(self):
        """What stands between brackets, which the opening one of was just met; None where they are not closed here."""
        opening, depth = self.next(), 0
        for ahead, token in enumerate(self.tokens[self.place:]):
            depth += (token == opening) - (token == CLOSING[opening])
            if depth == 0:
                inner = Reader("", self.parameters)
                inner.tokens = self.tokens[self.place + 1:self.place + ahead]
                self.place += ahead + 1
                return inner.drawn()
        return None

    def bracket(self):
        """(drawn with brackets, drawn without)."""
        opening, inner = self.next(), self.inside()
        if inner is None:
            self.place += 1
            return opening, opening
        return f"{opening}{inner}{CLOSING[opening]}", inner

    def factor(self):
        """A number, a quantity, a call or a bracket, with its index and its exponent; (as it stands, inside a fraction)."""
        token = self.next()
        if token in CLOSING:
            whole, bare = self.bracket()
        else:
            whole = (letter(token) if self.is_symbol() else f'<span class="parameter">{token}</span>' if self.is_parameter()
                     else SIGNS.get(token, html.escape(token, quote=False)))
            self.place += 1
            if token[0].isalpha():
                while self.next() in CLOSING and self.next():
                    is_index = self.next() == "["
                    call, index = self.bracket()
                    whole += f"<sub>{index}</sub>" if is_index else call
            bare = whole
        if self.next() == "^":
            self.place += 1
            sign = ""
            if self.next() == "-":
                sign, self.place = "&minus;", self.place + 1
            whole = bare = f"{whole}<sup>{sign}{self.factor()[1]}</sup>"
        return whole, bare

    def is_factor(self, token):
        return bool(token) and (token[0].isalnum() or token[0] == "_" or token in CLOSING)

    def skipped(self):
        """The spaces before what comes next."""
        before = self.place
        while self.next().isspace():
            self.place += 1
        return "".join(self.tokens[before:self.place])

    def drawn(self):
        parts = []
        while self.next():
            token = self.next()
            if not self.is_factor(token):
                parts.append(" " if token.isspace() else SIGNS.get(token, html.escape(token, quote=False)))
                self.place += 1
                continue
            whole, bare = self.factor()
            here, _ = self.place, self.skipped()
            if self.next() == "/":
                self.place += 1
                self.skipped()
                if self.is_factor(self.next()):
                    below = self.factor()[1]
                    parts.append(f'<span class="fraction"><span>{bare}</span><span>{below}</span></span>')
                    continue
            self.place = here
            parts.append(times(token, whole, parts))
        return "".join(parts)


def times(token, whole, parts):
    """`x` between two factors is a sign."""
    return "&times;" if token == "x" and parts and parts[-1] == " " else whole


def line(text, parameters):
    indent = len(text) - len(text.lstrip())
    parts = re.split(r" {4,}", re.sub(r" +(?==|<-)", " ", text.strip()))
    formulas = [Reader(part, parameters).drawn() for part in parts]
    return f'<div style="margin-left: {indent / 2:g}em">' + '<span class="gap"></span>'.join(formulas) + "</div>"


def block(text, parameters):
    lines = [line(one, parameters) for one in text.splitlines() if one.strip()]
    return '```{raw} html\n<div class="equations">' + "\n".join(lines) + "</div>\n```"


def with_equations(text, parameters):
    """A document whose blocks without a language are formulas, with these drawn."""
    return BLOCK.sub(lambda found: block(found[1], parameters), text)
