"""Trains the digit networks on the training images and writes digits.nir and digits-latency.nir.

1. A ReLU network 64-128-10 without biases, on shifted, turned and scaled copies of the images.
2. Its weights are divided by the largest usual activation of each layer (Diehl et al. 2015, IJCNN,
   "Fast-classifying, high-accuracy spiking deep networks through weight and threshold balancing"): thresholds become 1.
3. The spiking network is trained on with the spikes in the loop: the derivative of a spike is replaced by a smooth one
   (Neftci et al. 2019, IEEE Signal Processing Magazine 36(6)), once with rate-coded and once with latency-coded images.

Needs numpy and h5py. The test images take no part: the ReLU network's accuracy on them is printed, measure.py does the rest.
"""

import h5py
import numpy as np

from spiking import FOLDER, latency_spikes, load_digits, run_layer

HIDDEN = 128
BATCH = 96
DROPOUT = 0.2
LABEL_SMOOTHING = 0.05
COUNT_GAIN = 0.5  # logits per output spike


class Adam:
    """Kingma and Ba 2015, with decoupled weight decay."""

    def __init__(self, weights, decay):
        self.decay, self.step = decay, 0
        self.mean = [np.zeros_like(w) for w in weights]
        self.square = [np.zeros_like(w) for w in weights]

    def update(self, weights, gradients, rate):
        self.step += 1
        for w, g, mean, square in zip(weights, gradients, self.mean, self.square):
            mean += 0.1 * (g - mean)
            square += 0.001 * (g * g - square)
            direction = mean / (1 - 0.9**self.step) / (np.sqrt(square / (1 - 0.999**self.step)) + 1e-8)
            w -= rate * (direction + self.decay * w)


def augment(images, share, random):
    """Shifts a share of the images by up to a pixel, turns them by up to 0.2 rad and scales them by up to a tenth.

    The interpolation is bilinear; pixels stay multiples of 1/16, since in the latency code even the faintest one is a full spike.
    """
    count = len(images)
    angle = random.uniform(-0.2, 0.2, count)
    scale = random.uniform(0.9, 1.1, (2, count))
    shift = random.uniform(-1, 1, (2, count))
    row, column = (axis.reshape(1, 64) - 3.5 for axis in np.mgrid[0:8, 0:8].astype(float))
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    y = (cos * row - sin * column) * scale[0][:, None] + shift[0][:, None] + 4.5
    x = (sin * row + cos * column) * scale[1][:, None] + shift[1][:, None] + 4.5
    padded = np.pad(images.reshape(count, 8, 8), ((0, 0), (1, 1), (1, 1)))
    y, x = np.clip(y, 0, 8.999), np.clip(x, 0, 8.999)
    top, left = y.astype(int), x.astype(int)
    dy, dx, which = y - top, x - left, np.arange(count)[:, None]
    moved = ((1 - dy) * (1 - dx) * padded[which, top, left] + (1 - dy) * dx * padded[which, top, left + 1]
             + dy * (1 - dx) * padded[which, top + 1, left] + dy * dx * padded[which, top + 1, left + 1])
    return np.where(random.random((count, 1)) < share, np.round(moved * 16) / 16, images)


def output_error(logits, labels):
    """Derivative of the mean cross-entropy with smoothed labels by the logits."""
    probability = np.exp(logits - logits.max(axis=1, keepdims=True))
    probability /= probability.sum(axis=1, keepdims=True)
    target = np.eye(10)[labels] * (1 - LABEL_SMOOTHING) + LABEL_SMOOTHING / 10
    return ((probability - target) / len(labels)).astype(np.float32)


def relu_gradients(weights, images, labels, random):
    first = np.maximum(images @ weights[0].T, 0)
    first *= (random.random(first.shape) > DROPOUT) / (1 - DROPOUT)
    error = output_error(first @ weights[1].T, labels)
    return [((error @ weights[1]) * (first > 0)).T @ images, error.T @ first]


def layer_gradients(weights, spikes, fired, potentials, error):
    """Back through time through one layer: error is dL/d(spike), the reset is taken as constant."""
    surrogate = 1 / (1 + 2 * np.abs(potentials - 1)) ** 2
    current_error = np.empty_like(potentials)
    v_error = np.zeros_like(potentials[0])
    for t in reversed(range(len(potentials))):
        v_error = error[t] * surrogate[t] + v_error * (1 - fired[t])
        current_error[t] = v_error
    gradient = np.tensordot(current_error, spikes, axes=([0, 1], [0, 1]))
    return gradient, current_error


def spiking_gradients(weights, spikes, labels, random):
    mask = ((random.random((spikes.shape[1], HIDDEN)) > DROPOUT / 2) / (1 - DROPOUT / 2)).astype(np.float32)
    hidden, hidden_v = run_layer(weights[0], spikes)
    masked = hidden * mask
    output, output_v = run_layer(weights[1], masked)
    error = output_error(COUNT_GAIN * output.sum(axis=0), labels) * COUNT_GAIN
    second, current_error = layer_gradients(weights[1], masked, output, output_v, np.broadcast_to(error, output.shape))
    first, _ = layer_gradients(weights[0], spikes, hidden, hidden_v, (current_error @ weights[1]) * mask)
    return [first, second]


def epochs(count, rate, share, images, labels, random):
    """Batches with a share of freshly augmented images with the learning rate of a cosine schedule."""
    for epoch in range(count):
        order = random.permutation(len(images))
        seen = augment(images, share, random).astype(np.float32)
        for start in range(0, len(order), BATCH):
            batch = order[start:start + BATCH]
            yield seen[batch], labels[batch], rate * 0.5 * (1 + np.cos(np.pi * epoch / count))


def train_relu(images, labels, random):
    weights = [random.normal(0, np.sqrt(2 / n), (m, n)).astype(np.float32) for n, m in ((64, HIDDEN), (HIDDEN, 10))]
    adam = Adam(weights, decay=0.01)
    for x, y, rate in epochs(150, 3e-3, 1.0, images, labels, random):
        adam.update(weights, relu_gradients(weights, x, y, random), rate)
    return weights


def accuracy(weights, images, labels):
    return np.mean(np.argmax(np.maximum(images @ weights[0].T, 0) @ weights[1].T, axis=1) == labels)


def normalize(weights, images):
    """Data-based weight normalisation: the 99.9th percentile of every layer's activation becomes 1."""
    scaled, activation, before = [], images, 1.0
    for matrix in weights:
        activation = np.maximum(activation @ matrix.T, 0)
        largest = np.percentile(activation, 99.9)
        scaled.append((matrix * before / largest).astype(np.float32))
        before = largest
    return scaled


def train_spiking(weights, images, labels, encode, rate, count, random):
    # Interpolation smears the grey levels, which are times in the latency code: half of the images stay as they are.
    weights = [w.copy() for w in weights]
    adam = Adam(weights, decay=0.01)
    for x, y, rate in epochs(count, rate, 0.5, images, labels, random):
        adam.update(weights, spiking_gradients(weights, encode(x), y, random), rate)
    return weights


def write_nir(path, weights):
    """Input, then Linear and IF per layer, Output; thresholds 1, reset to 0, r = 1."""
    nodes = {"input": {"type": "Input", "shape": np.array([64])}}
    for layer, matrix in enumerate(weights, start=1):
        one = np.ones(len(matrix), np.float32)
        nodes[f"weights{layer}"] = {"type": "Linear", "weight": matrix}
        nodes[("hidden", "digit")[layer - 1]] = {"type": "IF", "r": one, "v_threshold": one, "v_reset": 0 * one}
    nodes["output"] = {"type": "Output", "shape": np.array([10])}
    names = list(nodes)
    with h5py.File(path, "w") as file:
        file["version"] = "1.0.8"
        file["node/type"] = "NIRGraph"
        file.create_dataset("node/edges", data=list(zip(names, names[1:])), dtype=h5py.string_dtype())
        for name, fields in nodes.items():
            for field, value in fields.items():
                file[f"node/nodes/{name}/{field}"] = value


def main() -> None:
    images, labels, is_test = load_digits()
    images = images.astype(np.float32)
    test_images, test_labels = images[is_test], labels[is_test]
    images, labels = images[~is_test], labels[~is_test]
    random = np.random.default_rng(1)
    relu = train_relu(images, labels, random)
    print(f"ReLU network: {accuracy(relu, images, labels):.2%} of the training images, "
          f"{accuracy(relu, test_images, test_labels):.2%} of the test images")
    start = normalize(relu, images)
    rate_coded = train_spiking(
        start, images, labels, lambda x: (random.random((32, *x.shape)) < x).astype(np.float32), 3e-3, 40, random)
    write_nir(FOLDER / "digits.nir", rate_coded)

    # One spike per pixel instead of many: the weights start larger, so that the layers fire at all.
    start = [start[0] * np.float32(6), start[1] * np.float32(4)]
    latency_coded = train_spiking(start, images, labels, lambda x: latency_spikes(x, 16), 6e-3, 80, random)
    write_nir(FOLDER / "digits-latency.nir", latency_coded)


if __name__ == "__main__":
    main()
