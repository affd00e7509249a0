"""Is a JSON value valid against a schema? The keywords that templates/figures.schema.json uses, and a refusal of
any other, so that a keyword added there is never silently ignored. Standard library only."""
import re

TYPES = {'object': dict, 'array': list, 'string': str, 'integer': int, 'number': (int, float), 'boolean': bool,
         'null': type(None)}
SILENT = {'$schema', '$id', '$defs', 'title', 'description', '$comment', 'then', 'else', 'examples'}


def faults(value, schema, root=None, place='$'):
    """Sentences, one per fault; none when the value is valid."""
    root = root or schema
    if schema is True or schema is False:
        return [] if schema else [f'{place}: nothing may stand here']
    found = []
    for keyword, rule in schema.items():
        if keyword in SILENT:
            continue
        if keyword not in RULES:
            raise ValueError(f'{place}: the schema’s keyword {keyword} is not known to this checker')
        found += RULES[keyword](value, rule, schema, root, place)
    return found


def has_type(value, name):
    if isinstance(value, bool):
        return name == 'boolean'
    return isinstance(value, TYPES[name])


def check_type(value, rule, schema, root, place):
    names = rule if isinstance(rule, list) else [rule]
    return [] if any(has_type(value, n) for n in names) else [f'{place}: {value!r} is not {" or ".join(names)}']


def check_properties(value, rule, schema, root, place):
    if not isinstance(value, dict):
        return []
    return [f for k, s in rule.items() if k in value for f in faults(value[k], s, root, f'{place}.{k}')]


def check_others(value, rule, schema, root, place):
    if not isinstance(value, dict):
        return []
    patterns = schema.get('patternProperties', {})
    others = [k for k in value if k not in schema.get('properties', {}) and not any(re.search(p, k) for p in patterns)]
    return [f for k in others for f in faults(value[k], rule, root, f'{place}.{k}')]


def check_patterns(value, rule, schema, root, place):
    if not isinstance(value, dict):
        return []
    return [f for p, s in rule.items() for k in value if re.search(p, k) for f in faults(value[k], s, root, f'{place}.{k}')]


def check_items(value, rule, schema, root, place):
    if not isinstance(value, list):
        return []
    first = len(schema.get('prefixItems', []))
    return [f for i, v in enumerate(value) if i >= first for f in faults(v, rule, root, f'{place}[{i}]')]


def check_prefix(value, rule, schema, root, place):
    if not isinstance(value, list):
        return []
    return [f for i, (v, s) in enumerate(zip(value, rule)) for f in faults(v, s, root, f'{place}[{i}]')]


def check_condition(value, rule, schema, root, place):
    branch = 'else' if faults(value, rule, root, place) else 'then'
    return faults(value, schema.get(branch, True), root, place)


def follow(rule, root):
    target = root
    for step in rule.removeprefix('#/').split('/'):
        target = target[step]
    return target


def simple(kind, holds, words):
    """A rule on values of one kind, as a function of value and rule."""
    def check(value, rule, schema, root, place):
        applies = isinstance(value, kind) and not isinstance(value, bool)
        return [f'{place}: {words} {rule!r}'] if applies and not holds(value, rule) else []
    return check


def choices(least, most):
    def check(value, rule, schema, root, place):
        fitting = sum(not faults(value, s, root, place) for s in rule)
        return [] if least <= fitting <= most(rule) else [f'{place}: {value!r:.60} fits {fitting} of {len(rule)} choices']
    return check


RULES = {
    'type': check_type, 'properties': check_properties, 'additionalProperties': check_others,
    'patternProperties': check_patterns, 'items': check_items, 'prefixItems': check_prefix, 'if': check_condition,
    '$ref': lambda value, rule, schema, root, place: faults(value, follow(rule, root), root, place),
    'not': lambda value, rule, schema, root, place: [] if faults(value, rule, root, place) else [f'{place}: is forbidden'],
    'required': simple(dict, lambda v, r: all(k in v for k in r), 'lacks one of'),
    'minItems': simple(list, lambda v, r: len(v) >= r, 'has fewer items than'),
    'maxItems': simple(list, lambda v, r: len(v) <= r, 'has more items than'),
    'minLength': simple(str, lambda v, r: len(v) >= r, 'is shorter than'),
    'pattern': simple(str, lambda v, r: re.search(r, v) is not None, 'does not match'),
    'minimum': simple((int, float), lambda v, r: v >= r, 'is less than'),
    'maximum': simple((int, float), lambda v, r: v <= r, 'is more than'),
    'enum': lambda value, rule, schema, root, place: [] if value in rule else [f'{place}: {value!r} is not in {rule}'],
    'const': lambda value, rule, schema, root, place: [] if value == rule else [f'{place}: {value!r} is not {rule!r}'],
    'anyOf': choices(1, len), 'oneOf': choices(1, lambda _: 1), 'allOf': lambda v, r, s, root, place: [
        f for each in r for f in faults(v, each, root, place)],
}
