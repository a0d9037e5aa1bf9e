using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>
/// What a change is worth to buyers, had they bought the same: the discount on their totals before and after, each
/// rounded once at the minor unit, a buyer at a time.
/// </summary>
internal sealed class RuleChangeGroups(
    BuyerTotals before,
    BuyerTotals after,
    Percent discountBefore,
    Percent discountAfter,
    Currency currency
)
{
    public ReportCell[] Sum(QualifiedGroup group, string name, bool had, bool has)
    {
        var (given, giving) = (Money.Zero, Money.Zero);
        foreach (var buyer in group.Buyers)
        {
            given += Benefit(before, buyer, discountBefore, had);
            giving += Benefit(after, buyer, discountAfter, has);
        }
        return
        [
            ReportCell.Of(name),
            ReportCell.Of((long)group.Count),
            ReportCell.Of(group.RevenueBefore),
            ReportCell.Of(group.RevenueAfter),
            ReportCell.Of(given),
            ReportCell.Of(giving),
            ReportCell.Of(giving - given),
        ];
    }

    public IEnumerable<ReportCell[]> Rows(QualifiedGroup group, bool had, bool has)
    {
        var row = new ReportCell[6];
        foreach (var buyer in group.Buyers)
        {
            var given = Benefit(before, buyer, discountBefore, had);
            var giving = Benefit(after, buyer, discountAfter, has);
            row[0] = ReportCell.Of(before.Columns.Buyers[buyer].Value);
            row[1] = ReportCell.Of(before.Of(buyer));
            row[2] = ReportCell.Of(after.Of(buyer));
            row[3] = ReportCell.Of(given);
            row[4] = ReportCell.Of(giving);
            row[5] = ReportCell.Of(giving - given);
            yield return row;
        }
    }

    private Money Benefit(BuyerTotals totals, int buyer, Percent discount, bool applies) =>
        applies ? discount.Of(totals.Of(buyer), currency) : Money.Zero;
}
