using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>RFM segments, bands around the threshold and buyers at risk, with a table of buyers a segment.</summary>
internal sealed class SegmentsReport(
    AnalyticsQueries queries,
    ProgramList programs,
    SteadyLedger ledger,
    IStringLocalizer<AnalyticsText> names,
    ReportFacts facts
) : ReportDefinition
{
    private static readonly ReportColumn[] Measures =
    [
        ReportColumn.Number("Buyers", "buyers", isSummed: true),
        ReportColumn.Percent("ShareOfBuyers"),
        ReportColumn.Money("Revenue", isSummed: true),
        ReportColumn.Percent("ShareOfRevenue") with
        {
            Shade = ReportShade.Bar,
        },
        ReportColumn.Money("MeanTotal"),
        ReportColumn.Real("MeanOrders", "orders"),
        ReportColumn.Real("MeanDaysSince", "days"),
    ];

    private static readonly ReportShape Segments = new(
        "Segments",
        [ReportColumn.Text("Segment"), .. Measures]
    );

    private static readonly ReportShape Bands = new(
        "ThresholdBands",
        [ReportColumn.Money("BandFrom"), ReportColumn.Money("BandBelow"), .. Measures]
    );

    private static readonly ReportShape Rhythms = new("Rhythms", [ReportColumn.Text("Rhythm"), .. Measures]);

    public override string Name => "segments";

    public override string Icon => "groups";

    public override IReadOnlyList<ReportInput> Inputs { get; } = [ReportInput.AsOf, ReportInput.Threshold];

    public override IReadOnlyList<ReportShape> Shapes { get; } =
    [Segments, Bands, Rhythms, new("AtRisk", SegmentBuyers.Columns)];

    public override async Task<Result<Report>> MakeAsync(
        ReportRequest request,
        CancellationToken cancellation
    )
    {
        var asOf = request.AsOf();
        var running = await programs.RunningAsync(request.Access, cancellation);
        var offer = await queries.OfferAsync(request.Access, cancellation);
        var threshold = request.Inputs.Amount(ReportInput.Threshold, offer.Threshold);
        var (board, sequence) = await ledger.ReadAsync(
            request.Access.SellerId,
            () => queries.BoardAsync(request.Access, AnalyticsScope.Everybody(asOf), cancellation),
            cancellation
        );
        var tables = await Task.Run(() => Tables(board, threshold), cancellation);
        return new Report
        {
            Name = Name,
            Title = facts["Report.segments"],
            Access = request.Access,
            Inputs = request.Inputs.Used,
            CreatedAt = request.At,
            Notices = facts.Notices(request, asOf, board.Count == 0 ? board.Window : null),
            Facts =
            [
                .. facts.Head(request, sequence),
                .. facts.Rule(board.Rule, RuleVersion(offer.Source, running), asOf),
                facts.Money("Threshold", threshold),
                facts.Number("BuyersWhoBought", board.Count),
                facts.Text("RecencyCuts", Cuts(board.Table.RecencyCuts, cut => -cut)),
                facts.Text("FrequencyCuts", Cuts(board.Table.FrequencyCuts, cut => cut)),
            ],
            Tables = tables,
        };
    }

    private List<ReportTable> Tables(BuyerBoard board, Money threshold)
    {
        var everybody = new BuyerGroup();
        var segments = Groups<RfmSegment>();
        var rhythms = Groups<BuyerRhythm>();
        var edges = ThresholdBands.Around(threshold);
        var bands = edges.Select(_ => new BuyerGroup()).ToList();
        foreach (var buyer in board.All(new()))
        {
            everybody.Add(buyer);
            segments[(int)buyer.Segment].Add(buyer);
            rhythms[(int)buyer.Rhythm].Add(buyer);
            // The first band has no lower end.
            bands[edges.Count(edge => buyer.Total >= edge.From)].Add(buyer);
        }
        var tables = new List<ReportTable>
        {
            Table(
                Segments,
                Enum.GetValues<RfmSegment>()
                    .Select(s => segments[(int)s].Cells(everybody, ReportCell.Of(SegmentName(s))))
            ),
            Table(
                Bands,
                bands.Select(
                    (band, i) =>
                        band.Cells(everybody, ReportCell.Of(edges[i].From), ReportCell.Of(edges[i].Below))
                )
            ),
            Table(
                Rhythms,
                Enum.GetValues<BuyerRhythm>()
                    .Select(r => rhythms[(int)r].Cells(everybody, ReportCell.Of(RhythmName(r))))
            ),
        };
        tables.Add(
            Buyers(
                "AtRisk",
                facts["Table.AtRisk"],
                new() { Rhythm = BuyerRhythm.AtRisk },
                rhythms[(int)BuyerRhythm.AtRisk].Buyers
            )
        );
        foreach (var segment in Enum.GetValues<RfmSegment>())
            tables.Add(
                Buyers(
                    "Buyers" + segment,
                    SegmentName(segment),
                    new() { Segment = segment },
                    segments[(int)segment].Buyers
                )
            );
        return tables;

        ReportTable Buyers(string name, string title, BuyerQuery query, int count) =>
            new()
            {
                Name = name,
                Title = title,
                Columns = SegmentBuyers.Columns,
                RowCount = count,
                Rows = _ => SegmentBuyers.Rows(board, query, threshold, SegmentName, RhythmName),
            };
    }

    private ReportTable Table(ReportShape shape, IEnumerable<ReportCell[]> rows) =>
        ReportTable.Of(shape.Name, facts["Table." + shape.Name], shape.Columns, [.. rows]);

    private string SegmentName(RfmSegment segment) => names["Segment" + segment];

    private string RhythmName(BuyerRhythm rhythm) => names["Rhythm" + rhythm];

    private static List<BuyerGroup> Groups<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(_ => new BuyerGroup())];

    private string RuleVersion(OfferSource source, ProgramDetails? running) =>
        source == OfferSource.Draft
            ? facts["RuleOfDraft"]
            : facts.RuleVersion(running?.Name, running?.Version);

    private static string Cuts(Quintiles quintiles, Func<long, long> shown) =>
        string.Join(
            " · ",
            quintiles.From.Select(cut =>
                cut == long.MaxValue ? "–" : Components.Text.Display.Count(shown(cut))
            )
        );
}
