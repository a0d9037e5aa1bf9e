namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Several offers on one ledger and date.</summary>
/// <param name="Figures">The curve under the first offer's rule.</param>
/// <param name="Programs">In the order asked for.</param>
/// <param name="HasOneRule">All offers count alike, so that all lie on one curve.</param>
public sealed record ProgramComparison(
    ConstructorFigures Figures,
    IReadOnlyList<ComparedProgram> Programs,
    bool HasOneRule
);
