namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>
/// Up to four programs, drafts among them, side by side on one date, as on the comparison page. Amounts in
/// 1/10,000 of the currency unit, shares as fractions.
/// </summary>
/// <param name="Basis">Window and date, and the rule of the first program.</param>
/// <param name="HasOneRule">All of them count alike, so that all lie on one curve.</param>
/// <param name="Programs">In the order asked for.</param>
public sealed record ComparisonAnswer(
    BasisAnswer Basis,
    bool HasOneRule,
    IReadOnlyList<ComparisonAnswer.Compared> Programs
)
{
    /// <param name="Program">Whose offer it is.</param>
    /// <param name="Buyers">Who would get it.</param>
    /// <param name="Margins">Of a unit.</param>
    /// <param name="Cost">The money; committed for the longer of the program's life and the option's lock.</param>
    public sealed record Compared(
        ProgramAnswer Program,
        PreviewAnswer.BuyersPart Buyers,
        PreviewAnswer.MarginsPart Margins,
        PreviewAnswer.CostPart Cost
    );

    internal static ComparisonAnswer Of(BasisAnswer basis, ProgramComparison comparison) =>
        new(
            basis,
            comparison.HasOneRule,
            [
                .. comparison.Programs.Select(c => new Compared(
                    ProgramAnswer.Of(c.Program),
                    PreviewAnswer.BuyersPart.Of(c.Figures, c.Answer),
                    PreviewAnswer.MarginsPart.Of(c.Cost.Margins),
                    PreviewAnswer.CostPart.Of(c.Cost, c.BoundDays)
                )),
            ]
        );
}
