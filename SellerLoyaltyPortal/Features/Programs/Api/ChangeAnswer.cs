namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>
/// What a change of a running program would do on its first day, if nobody bought anything until then. Nothing is
/// changed by asking. Amounts in 1/10,000 of the currency unit.
/// </summary>
/// <param name="Basis">Window and rule on the first day of the change.</param>
/// <param name="Before">What would hold without the change.</param>
/// <param name="After">What would hold with it.</param>
/// <param name="Gain">Who have no discount before and one after.</param>
/// <param name="Keep">Who have one before and after; its percentage may change.</param>
/// <param name="Lose">Who have one before and none after.</param>
/// <param name="Others">Buyers with purchases in the window who have none either way.</param>
/// <param name="Better">Who get more than before: a discount at all, or a higher one.</param>
/// <param name="Worse">Who get less.</param>
/// <param name="Untouched">Who get the same.</param>
/// <param name="SubsidyBefore">Paid in a year to people who come anyway, without the change.</param>
/// <param name="SubsidyAfter">The same with it.</param>
/// <param name="SubsidyDifference">After less before.</param>
/// <param name="AnywayBasis"><c>yearEarlier</c> or <c>lastYear</c>, as in the preview.</param>
public sealed record ChangeAnswer(
    BasisAnswer Basis,
    OfferAnswer Before,
    OfferAnswer After,
    ChangeAnswer.Group Gain,
    ChangeAnswer.Group Keep,
    ChangeAnswer.Group Lose,
    int Others,
    int Better,
    int Worse,
    int Untouched,
    long SubsidyBefore,
    long SubsidyAfter,
    long SubsidyDifference,
    string AnywayBasis
)
{
    /// <param name="Buyers">How many.</param>
    /// <param name="Revenue">Their totals in the window together.</param>
    public sealed record Group(int Buyers, long Revenue);

    internal static ChangeAnswer Of(BasisAnswer basis, RevisionPreview preview) =>
        new(
            basis,
            OfferAnswer.Of(preview.Before),
            OfferAnswer.Of(preview.After),
            GroupOf(preview.Gain),
            GroupOf(preview.Keep),
            GroupOf(preview.Lose),
            preview.Others,
            preview.Better,
            preview.Worse,
            preview.Untouched,
            preview.SubsidyBefore.TenThousandths,
            preview.SubsidyAfter.TenThousandths,
            preview.SubsidyDifference.TenThousandths,
            OfferAnswer.Word(preview.Basis)
        );

    private static Group GroupOf(RevisionGroup group) => new(group.Buyers, group.Revenue.TenThousandths);
}
