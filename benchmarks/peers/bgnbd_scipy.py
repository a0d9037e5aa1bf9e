"""BG/NBD by scipy, as the Python package lifetimes fits it: the same likelihood, vectorized over buyers, on the
logarithms of the parameters, time scaled to a maximum of 10, from all ones, by Nelder-Mead; then by L-BFGS-B with
scipy's own numerical gradient, over buyers and (to the peer's favour) over grouped histories.

    bgnbd_scipy.py FILE    rows "x,t_x,T", one a buyer
"""
import sys
import time

import numpy
import scipy
from scipy.optimize import minimize
from scipy.special import gammaln

x, tx, age = numpy.loadtxt(sys.argv[1], delimiter=",", unpack=True)
scale = 10 / age.max()
tx, age = tx * scale, age * scale
ones = numpy.ones_like(x)


def negative(log_parameters, x, tx, age, weights):
    r, alpha, a, b = numpy.exp(log_parameters)
    a1 = gammaln(r + x) - gammaln(r) + r * numpy.log(alpha)
    a2 = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    a3 = -(r + x) * numpy.log(alpha + age)
    a4 = numpy.log(a) - numpy.log(b + numpy.maximum(x, 1) - 1) - (r + x) * numpy.log(tx + alpha)
    top = numpy.maximum(a3, a4)
    both = numpy.log(numpy.exp(a3 - top) + numpy.exp(a4 - top) * (x > 0)) + top
    return -(weights * (a1 + a2 + both)).sum() / weights.sum()


def fit(method, options, data, runs):
    best, result = float("inf"), None
    for _ in range(runs):
        start = time.perf_counter()
        result = minimize(negative, numpy.zeros(4), args=data, method=method, options=options)
        best = min(best, time.perf_counter() - start)
    # Back to weeks: every repeat brings a factor of the scale.
    likelihood = -result.fun * len(x) + x.sum() * numpy.log(scale)
    return best * 1000, likelihood, result.nfev


rows, counts = numpy.unique(numpy.stack([x, tx, age]), axis=1, return_counts=True)
everybody = (x, tx, age, ones)
grouped = (*rows, counts.astype(float))
simplex = {"xatol": 1e-6, "fatol": 1e-10, "maxiter": 5000, "maxfev": 5000}
for name, method, options, data, runs in [
    ("nelder_mead", "Nelder-Mead", simplex, everybody, 2),
    ("lbfgs", "L-BFGS-B", {}, everybody, 3),
    ("lbfgs_grouped", "L-BFGS-B", {}, grouped, 3),
]:
    ms, likelihood, evaluations = fit(method, options, data, runs)
    print(f"{name}_ms\t{ms:.1f}\n{name}_log_likelihood\t{likelihood:.4f}\n{name}_evaluations\t{evaluations}")
print(f"version\tscipy {scipy.__version__}")
