using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Numerics;

public sealed class IncompleteBetaTests
{
    [Theory]
    [InlineData(2, 3, 0.5, 0.6875)]
    [InlineData(1, 1, 0.3, 0.3)]
    [InlineData(0.5, 0.5, 0.25, 1.0 / 3)]
    [InlineData(2, 1, 0.9, 0.81)]
    [InlineData(1, 5, 0.1, 0.40951)]
    public void Regularized_ClosedForms_AreMet(double a, double b, double x, double expected) =>
        Close.Absolute(expected, IncompleteBeta.Regularized(a, b, x), 1e-13);

    [Theory]
    [InlineData(3.7, 0.2, 0.4)]
    [InlineData(800, 3.5, 0.99)]
    [InlineData(5e4, 6e4, 0.45)]
    public void Regularized_BothTails_AreOneTogether(double a, double b, double x)
    {
        var (below, above) = (IncompleteBeta.Regularized(a, b, x), IncompleteBeta.Regularized(b, a, 1 - x));

        Close.Absolute(1, below + above, 1e-10);
        Assert.InRange(below, 0, 1);
    }

    [Fact]
    public void Regularized_Ends_AreCertain()
    {
        Assert.Equal(0, IncompleteBeta.Regularized(2, 3, 0));
        Assert.Equal(1, IncompleteBeta.Regularized(2, 3, 1));
        Assert.Equal(0, IncompleteBeta.Regularized(5000, 1, 1e-9));
    }

    [Theory]
    [InlineData(0, 1, 0.5)]
    [InlineData(1, -1, 0.5)]
    [InlineData(1, 1, 1.5)]
    [InlineData(1, 1, double.NaN)]
    public void Regularized_WhatCannotBe_IsRefused(double a, double b, double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IncompleteBeta.Regularized(a, b, x));
}
