using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>
/// The buyers of one group, chosen as on the page of buyers (whose names in the address these inputs have), with what
/// the offer would do for them.
/// </summary>
internal sealed class BuyersReport(
    AnalyticsQueries queries,
    LoadSegmentOffers loadOffers,
    SteadyLedger ledger,
    IStringLocalizer<AnalyticsText> names,
    ReportFacts facts
) : ReportDefinition
{
    private static readonly ReportInput Segment = ReportInput.Optional<RfmSegment>(FilterAddress.Segment);
    private static readonly ReportInput Rhythm = ReportInput.Optional<BuyerRhythm>("rhythm");
    private static readonly ReportInput Recency = Score("r");
    private static readonly ReportInput Frequency = Score("f");
    private static readonly ReportInput AtLeast = Amount(FilterAddress.From, "totalFrom");
    private static readonly ReportInput Below = Amount(FilterAddress.Below, "totalBelow");
    private static readonly ReportInput FirstFrom = new(FilterAddress.FirstFrom, ReportInputKind.Day, []);
    private static readonly ReportInput FirstTo = new(FilterAddress.FirstTo, ReportInputKind.Day, []);
    private static readonly ReportInput Category = new(FilterAddress.Category, ReportInputKind.Text, []);
    private static readonly ReportInput Find = new("find", ReportInputKind.Text, []);

    private static readonly ReportInput Program = new(
        FilterAddress.Program,
        ReportInputKind.OptionalChoice,
        [FilterAddress.With, FilterAddress.Without]
    )
    {
        TextKey = "withDiscount",
    };

    public override string Name => "buyers";

    public override string Icon => "person_search";

    public override IReadOnlyList<ReportInput> Inputs { get; } =
    [
        ReportInput.AsOf,
        Segment,
        Rhythm,
        AtLeast,
        Below,
        Program,
        FirstFrom,
        FirstTo,
        Category,
        Recency,
        Frequency,
        Find,
    ];

    public override IReadOnlyList<ReportShape> Shapes { get; } = [new("Buyers", SegmentBuyers.Columns)];

    public override async Task<Result<Report>> MakeAsync(
        ReportRequest request,
        CancellationToken cancellation
    )
    {
        var (access, asOf) = (request.Access, request.AsOf());
        var (filter, query) = Asked(request.Inputs);
        var ((board, offers), sequence) = await ledger.ReadAsync(
            access.SellerId,
            async () =>
            {
                var found = await queries.BoardAsync(access, new(asOf, filter), cancellation);
                return (found, await loadOffers.RunAsync(access, found, query, cancellation));
            },
            cancellation
        );
        var (offer, listed) = (offers.Offer, offers.Listed);
        return new Report
        {
            Name = Name,
            Title = facts["Report.buyers"],
            Access = access,
            Inputs = request.Inputs.Used,
            CreatedAt = request.At,
            Notices = facts.Notices(request, asOf, board.Count == 0 ? board.Window : null),
            Facts =
            [
                .. facts.Head(request, sequence),
                .. facts.Rule(board.Rule, names["Offer" + offer.Source], asOf),
                facts.Money("Threshold", offer.Threshold),
                facts.Percent("Discount", ReportCell.Of(offer.Discount.Fraction)),
                facts.Number("BuyersWhoBought", board.Count),
                facts.Number("GroupBuyers", listed.Standing.Buyers),
                facts.Number("GroupQualifies", listed.Standing.Qualified),
                facts.Number("GroupIsNear", listed.Standing.Near),
                facts.Money("GroupCost", listed.YearlySubsidy),
            ],
            Tables =
            [
                new()
                {
                    Name = Shapes[0].Name,
                    Title = facts["Table.Buyers"],
                    Columns = SegmentBuyers.Columns,
                    RowCount = listed.Standing.Buyers,
                    Rows = _ =>
                        SegmentBuyers.Rows(
                            board,
                            query,
                            offer.Threshold,
                            s => names["Segment" + s],
                            r => names["Rhythm" + r]
                        ),
                },
            ],
        };
    }

    // In the order of the inputs, which is that of the answer.
    private static (BuyerFilter Filter, BuyerQuery Query) Asked(ReportInputs inputs)
    {
        var query = new BuyerQuery
        {
            Segment = inputs.ChoiceOrNone<RfmSegment>(Segment),
            Rhythm = inputs.ChoiceOrNone<BuyerRhythm>(Rhythm),
            AtLeast = inputs.AmountOrNone(AtLeast),
            Below = inputs.AmountOrNone(Below),
        };
        var filter = new BuyerFilter
        {
            WithDiscount = inputs.TextOrNone(Program) is { } program
                ? string.Equals(program, FilterAddress.With, StringComparison.OrdinalIgnoreCase)
                : null,
            FirstFrom = inputs.DayOrNone(FirstFrom),
            FirstTo = inputs.DayOrNone(FirstTo),
            Category = inputs.TextOrNone(Category),
        };
        query = query with
        {
            Recency = ScoreOf(inputs, Recency),
            Frequency = ScoreOf(inputs, Frequency),
            IdStart = inputs.TextOrNone(Find),
        };
        return (filter, query);
    }

    private static int? ScoreOf(ReportInputs inputs, ReportInput input) =>
        inputs.TextOrNone(input) is [var digit] ? digit - '0' : null;

    private static ReportInput Score(string key) =>
        new(key, ReportInputKind.OptionalChoice, ["1", "2", "3", "4", "5"]);

    private static ReportInput Amount(string key, string textKey) =>
        new(key, ReportInputKind.OptionalAmount, []) { TextKey = textKey };
}
