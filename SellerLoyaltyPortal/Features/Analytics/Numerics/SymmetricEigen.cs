namespace SellerLoyaltyPortal.Features.Analytics.Numerics;

/// <summary>Eigenvalues and vectors of a small symmetric matrix by Jacobi's rotations.</summary>
internal static class SymmetricEigen
{
    /// <param name="matrix">Row by row; left diagonal.</param>
    /// <param name="vectors">Receives the eigenvectors as columns, row by row.</param>
    public static void Decompose(Span<double> matrix, Span<double> vectors, int size)
    {
        vectors.Clear();
        for (var i = 0; i < size; i++)
            vectors[i * size + i] = 1;
        for (var sweep = 0; sweep < 60; sweep++)
        {
            var (off, on) = (0.0, 0.0);
            for (var i = 0; i < size; i++)
            {
                on += matrix[i * size + i] * matrix[i * size + i];
                for (var j = i + 1; j < size; j++)
                    off += matrix[i * size + j] * matrix[i * size + j];
            }
            if (off <= 1e-40 * on || off == 0)
                return;
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                    Rotate(matrix, vectors, size, p, q);
            }
        }
    }

    private static void Rotate(Span<double> m, Span<double> vectors, int size, int p, int q)
    {
        var entry = m[p * size + q];
        if (entry == 0)
            return;
        var theta = (m[q * size + q] - m[p * size + p]) / (2 * entry);
        var t = Math.CopySign(1, theta) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var c = 1 / Math.Sqrt(t * t + 1);
        var s = t * c;
        for (var k = 0; k < size; k++)
        {
            var (a, b) = (m[k * size + p], m[k * size + q]);
            (m[k * size + p], m[k * size + q]) = (c * a - s * b, s * a + c * b);
        }
        for (var k = 0; k < size; k++)
        {
            var (a, b) = (m[p * size + k], m[q * size + k]);
            (m[p * size + k], m[q * size + k]) = (c * a - s * b, s * a + c * b);
            (a, b) = (vectors[k * size + p], vectors[k * size + q]);
            (vectors[k * size + p], vectors[k * size + q]) = (c * a - s * b, s * a + c * b);
        }
    }
}
