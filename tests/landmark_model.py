"""A landmark model that always answers the same head, for the packs' own one that nobody may commit.

It has the interface of the packs' ``1k3d68.onnx``: a picture of 192 by 192 pixels in, 1,103 points out, of which the
last 68 are the landmarks. Its head is InsightFace's mean shape, turned.
"""

import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

POINTS, SIDE = 1103, 192


def turned_shape(yaw: float, pitch: float, roll: float) -> NDArray[np.float32]:
    """The mean shape (68 by 3: x to the right, y down, z to the camera) turned by degrees."""
    from insightface.data import get_object

    y, p, r = (math.radians(angle) for angle in (yaw, pitch, roll))
    turn = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    nod = np.array([[1, 0, 0], [0, math.cos(p), -math.sin(p)], [0, math.sin(p), math.cos(p)]])
    lean = np.array([[math.cos(r), -math.sin(r), 0], [math.sin(r), math.cos(r), 0], [0, 0, 1]])
    shape = np.asarray(get_object("meanshape_68.pkl"), np.float64)
    turned: NDArray[np.float32] = (shape @ (lean @ turn @ nod).T).astype(np.float32)
    return turned


def write_landmarks(path: Path, *, yaw: float = 0.0, pitch: float = 0.0, roll: float = 0.0) -> Path:
    """Write the model to ``path``; returns it."""
    import onnx
    from onnx import TensorProto, helper, numpy_helper

    answer = np.zeros((1, POINTS, 3), np.float32)
    answer[0, -68:] = 0.6 * turned_shape(yaw, pitch, roll)
    graph = helper.make_graph(
        [
            # The picture has no say, but a graph must use what it is given.
            helper.make_node("ReduceMean", ["data"], ["mean"], axes=[1, 2, 3], keepdims=0),
            helper.make_node("Mul", ["mean", "nothing"], ["none"], name="ignore"),
            helper.make_node("Reshape", ["none", "one_row"], ["row"]),
            helper.make_node("Add", ["answer", "row"], ["fc1"]),
        ],
        "landmarks",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, [1, 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("fc1", TensorProto.FLOAT, [1, 3 * POINTS])],
        [
            numpy_helper.from_array(np.zeros(1, np.float32), "nothing"),
            numpy_helper.from_array(np.array([1, 1], np.int64), "one_row"),
            numpy_helper.from_array(answer.reshape(1, -1), "answer"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))
    return path
