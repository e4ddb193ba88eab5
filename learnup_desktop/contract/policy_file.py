"""A proctoring policy as a school writes it down: JSON with the fields of ``ProctoringPolicy``.

The wire ignores fields that it does not know, so that old clients can talk to new platforms. In a file that a person
wrote an unknown field is a slip of the pen, and what it was to switch on would silently stay off.
"""

import json

from pydantic import ValidationError
from pydantic.alias_generators import to_camel

from learnup_desktop.contract.integrity import ProctoringPolicy, RuleSettings


class PolicyError(ValueError):
    """What was written is no policy; says why, a line for each fault."""


def parse_policy(
    text: str | bytes, *, identity_threshold: float | None = None, strict: bool = True
) -> ProctoringPolicy:
    """The policy that was written.

    Args:
        text: the JSON document; what it leaves out is as by default.
        identity_threshold: the platform's, where the document names none.
        strict: refuse unknown fields; else ignore them, as in a document that a newer platform gave out.

    Raises:
        PolicyError: no JSON, a field that there is not, or a value that is not allowed.
    """
    try:
        document = json.loads(text)
    except ValueError as error:
        raise PolicyError(f"no JSON: {error}") from error
    if not isinstance(document, dict):
        raise PolicyError("not an object of fields and values")
    faults = [f"{name}: there is no such field" for name in _unknown(document)] if strict else []
    if identity_threshold is not None and not {"identityThreshold", "identity_threshold"} & document.keys():
        document["identityThreshold"] = identity_threshold
    try:
        policy = ProctoringPolicy.model_validate(document)
    except ValidationError as error:
        faults += [f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg']}" for fault in error.errors()]
        raise PolicyError("\n".join(faults)) from error
    if faults:
        raise PolicyError("\n".join(faults))
    return policy


def _unknown(document: dict[str, object]) -> list[str]:
    """Fields of a policy and of its rules that the contract does not have."""
    unknown = sorted(document.keys() - _names(ProctoringPolicy))
    rules = document.get("rules")
    for kind, rule in rules.items() if isinstance(rules, dict) else ():
        if isinstance(rule, dict):
            unknown += [f"rules.{kind}.{name}" for name in sorted(rule.keys() - _names(RuleSettings))]
    return unknown


def _names(model: type[ProctoringPolicy] | type[RuleSettings]) -> set[str]:
    # By the rule for names, not from the fields: those have their aliases only once the model is built.
    return {name for key in model.model_fields for name in (key, to_camel(key))}
