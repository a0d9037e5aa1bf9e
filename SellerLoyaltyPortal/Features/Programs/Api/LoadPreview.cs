using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Programs.Storefront;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>Puts together what the constructor shows of one offer, from the same figures.</summary>
internal sealed class LoadPreview(
    LedgerSnapshots snapshots,
    ConstructorFiguresCache cache,
    LoadCostFigures costs,
    LoadGoodsFigures goods,
    UnitEconomicsSettings settings,
    OfferHints hints,
    TimeProvider clock,
    IOptions<ProgramLimits> limits
)
{
    public async Task<PreviewAnswer> RunAsync(
        SellerAccess access,
        ThresholdDiscount offer,
        int lifeDays,
        DayNumber asOf,
        CancellationToken cancellation
    )
    {
        var ledger = await snapshots.GetWholeAsync(access.SellerId, cancellation);
        var unit = await settings.GetAsync(access, cancellation);
        var figures = await cache.GetAsync(ledger, offer.Rule, asOf, unit.TypicalOrder, cancellation);
        var cost = await costs.RunAsync(access, offer.Rule, asOf, cancellation);
        var details = await Task.Run(() => cost.DetailsAt(offer.Threshold), cancellation);
        var at = figures.At(offer.Threshold);
        var margins = UnitMargins.Of(unit.Unit, offer.Discount);
        var sold = await goods.RunAsync(access, figures.Window, cancellation);
        var boundDays = unit.BoundDays(lifeDays);
        var startsOn = LaunchProgram.FirstDay(access.Calendar, clock.GetUtcNow());
        var money = ProgramCost.Of(cost.Anyway.At(offer.Threshold), margins, at.Near, figures.TypicalOrder);
        return new(
            BasisAnswer.Of(access, ledger, offer.Rule, asOf),
            offer.Threshold.TenThousandths,
            offer.Discount.ToDecimal(),
            lifeDays,
            startsOn.ToString(),
            (startsOn + (boundDays - 1)).ToString(),
            PreviewAnswer.BuyersPart.Of(figures, at),
            new(details.RollOff.In30, details.RollOff.In60, details.RollOff.In90),
            AnywayOf(money.Anyway),
            new(
                unit.Unit.Commission.ToDecimal(),
                unit.Unit.OptionCommission.ToDecimal(),
                unit.Unit.UnitCost.ToDecimal(),
                unit.IsDefault,
                OfferAnswer.Word(unit.CommissionFrom),
                OfferAnswer.Word(unit.UnitCostFrom),
                unit.OptionLockDays
            ),
            PreviewAnswer.MarginsPart.Of(margins),
            PreviewAnswer.CostPart.Of(money, boundDays),
            HeatMapOf(cost.Anyway, unit.Unit, offer),
            [
                .. details.Sensitivity.Select(v => new PreviewAnswer.Variant(
                    WordOf<PriceBase>(v.PriceBaseKey),
                    WordOf<ReturnRule>(v.ReturnRuleKey),
                    v.Buyers,
                    v.Difference,
                    v.IsOwn
                )),
            ],
            sold is null ? null : GoodsAnswer.Of(sold.At(offer.Discount), sold.Economics.MarginFloor),
            new(
                hints.Of(offer.Discount, null, access.Currency),
                figures.ExampleNear(offer.Threshold) is { } near
                    ? hints.Of(offer.Discount, offer.Threshold - near, access.Currency)
                    : null
            )
        );
    }

    private static PreviewAnswer.AnywayPart AnywayOf(AnywayEstimate anyway) =>
        new(
            OfferAnswer.Word(anyway.Basis),
            anyway.CohortOn.ToString(),
            anyway.Buyers,
            anyway.SpentBefore.TenThousandths,
            anyway.Spent.TenThousandths,
            anyway.Change,
            anyway.PassedAgain
        );

    private List<PreviewAnswer.Cell> HeatMapOf(
        AnywayCurve anyway,
        UnitEconomics unit,
        ThresholdDiscount offer
    ) =>
        [
            .. CostGrid
                .Of(
                    anyway,
                    unit,
                    CostGrid.ThresholdsAround(offer.Threshold, limits.Value),
                    CostGrid.DiscountsAround(offer.Discount, limits.Value)
                )
                .Rows.SelectMany(row => row)
                .Select(cell => new PreviewAnswer.Cell(
                    cell.Threshold.TenThousandths,
                    cell.Discount.ToDecimal(),
                    cell.Subsidy.TenThousandths,
                    cell.Uplift
                )),
        ];

    // The page's texts are found by the choice's name behind a point.
    private static string WordOf<T>(string key)
        where T : struct, Enum =>
        OfferAnswer.Word(Enum.Parse<T>(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]));
}
