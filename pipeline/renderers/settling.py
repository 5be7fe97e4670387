"""What can only be seen when a tree is whole, and is mended then."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.renderers import roles
from pipeline.renderers.structure import Hook, Mark, Node


def settle(node: Node) -> None:
    """Mend what can only be seen when all is there, from the leaves to the root."""
    settled: list[Node | Mark | Hook] = []
    for kid in node.in_order():
        if isinstance(kid, Node):
            settle(kid)
        if isinstance(kid, Node) and kid.is_plain:
            within = kid.in_order()
            kid.heir = next((one for one in within if isinstance(one, Node)), node)
            settled += within
        else:
            settled.append(kid)
    inner = [kid for kid in settled if isinstance(kid, Node)]
    if node.role == "Div" and len(settled) == 1 and inner and inner[0].is_implied:
        # A division that holds one run of words is itself the paragraph.
        node.role, node.is_plain, settled = "P", False, inner[0].in_order()
        inner[0].heir, inner = node, []
    if node.role == "Table" and not any(kid.role == "TBody" for kid in inner):
        for head in (kid for kid in inner if kid.role == "THead"):
            head.role = "TBody"
    _keep_captions_apart(node, inner)
    node.hold(settled)


def _keep_captions_apart(node: Node, inner: Sequence[Node]) -> None:
    """A caption begins or ends what it is the caption of; what does not is only words."""
    captions = [kid for kid in inner if kid.role == "Caption"]
    if captions and node.role == "Div" and not node.is_plain:
        node.role = "Sect"
    holds = node.role in roles.CAPTIONED
    for caption in captions:
        if not holds or caption not in (inner[0], inner[-1]):
            blocks = any(
                isinstance(kid, Node) and kid.role not in roles.INLINE for kid in caption.in_order()
            )
            caption.role = "Div" if blocks else "P"
