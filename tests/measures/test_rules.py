import re

PACKAGES = ("measures", "trends", "peers", "exceptional", "outlook", "places", "targets", "evaluation", "delivery")
REFUSAL = re.compile(r'CannotSay\((?:[^()]|\([^()]*\))*?"([a-z-]+)"\s*\)')


def test_every_rule_of_refusal_stands_in_the_methods_page(root):
    page = (root / "docs" / "methods.md").read_text(encoding="utf-8")
    rules = {
        rule
        for package in PACKAGES
        for module in sorted((root / "src" / "analysis" / package).rglob("*.py"))
        for rule in REFUSAL.findall(module.read_text(encoding="utf-8"))
    }
    assert len(rules) > 20
    assert sorted(rule for rule in rules if f"`{rule}`" not in page) == []
