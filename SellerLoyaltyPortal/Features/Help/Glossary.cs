namespace SellerLoyaltyPortal.Features.Help;

/// <summary>The portal's words, by group, in the order of the page. Their texts are resources.</summary>
public static class Glossary
{
    public static readonly IReadOnlyList<GlossaryGroup> Groups =
    [
        new(
            "Counting",
            [
                new("as-of", "AsOf"),
                new("window", "Window", "[D − 364, D]"),
                new("total", "Total", "Sᵢ = Σ pᵢ − Σ rᵢ"),
                new("price-base", "PriceBase"),
                new("returns", "Returns"),
                new("typical-order", "TypicalOrder", "δ = med x"),
                new("base", "Base", "N = #{i}"),
                new("ledger", "Ledger"),
                new("report", "Report"),
            ]
        ),
        new(
            "Offer",
            [
                new("program", "Program"),
                new("threshold", "Threshold", "Sᵢ ≥ T"),
                new("curve", "Curve", "Q(T) = #{i : Sᵢ ≥ T}"),
                new("near", "Near", "#{i : T − δ ≤ Sᵢ < T}"),
                new("subsidy", "Subsidy", "F = [d(1 − k − c) + c] · B"),
                new("break-even", "BreakEven", "u* = m₀ ÷ m₁ − 1"),
                new("minimum-life", "MinimumLife"),
                new("stacking", "Stacking"),
            ]
        ),
        new(
            "Buyers",
            [
                new("cohort", "Cohort"),
                new("retention", "Retention", "R(k) = A(k) ÷ A(0)"),
                new("second-purchase", "SecondPurchase", "1 − Π (1 − dⱼ ÷ nⱼ)"),
                new("rfm", "Rfm", "R, F, M ∈ {1 … 5}"),
                new("rhythm", "Rhythm"),
                new("concentration", "Concentration"),
            ]
        ),
        new(
            "Value",
            [
                new("ltv", "Ltv", "LTV(k) = Σ S(0 … k) ÷ N"),
                new("alive", "Alive", "P(alive | x, tₓ, T)"),
                new("forecast", "Forecast", "E[Y(t) | x, tₓ, T]"),
                new("contribution", "Contribution"),
                new("interval", "Interval"),
            ]
        ),
    ];
}
