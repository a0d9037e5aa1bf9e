using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>Who buys: segments, concentration, and a table that stays quick at a million rows.</summary>
public sealed partial class BuyersPage(LoadSegmentOffers loadOffers, IOptions<ReportsOptions> reports)
{
    private const string RhythmName = "rhythm";
    private const string SortName = "sort";
    private const string FindName = "find";
    private const string AscendingName = "ascending";
    private const string RecencyName = "r";
    private const string FrequencyName = "f";
    private const string PageName = "page";
    private const int PageSize = 50;
    private const int CurvePoints = 50;
    private const string Letters = "R·F·M";

    private static readonly double[] ConcentrationShares = [0.2, 0.5, 0.8];

    private Shown? _shown;

    private BuyerRhythm? Rhythm => ChoiceOf<BuyerRhythm>(RhythmName);

    private BuyerSort Sort => Choice(SortName, BuyerSort.Total);

    private string? Find => Choice(FindName);

    private bool Ascending => NumberOf(AscendingName) == 1;

    private int? Recency => NumberOf(RecencyName) is >= 1 and <= 5 and var score ? score : null;

    private int? Frequency => NumberOf(FrequencyName) is >= 1 and <= 5 and var score ? score : null;

    private int Pages => Math.Max(1, ((_shown?.Page.Matching ?? 0) + PageSize - 1) / PageSize);

    private int PageNumber => Math.Clamp(NumberOf(PageName) ?? 1, 1, int.MaxValue / PageSize);

    // Segment and band are of the list: the overview shows them all, side by side.
    private BuyerFilter BoardFilter => Filter with { Segment = null, AtLeast = null, Below = null };

    private BuyerQuery Query =>
        new()
        {
            Segment = Filter.Segment,
            AtLeast = Filter.AtLeast,
            Below = Filter.Below,
            Rhythm = Rhythm,
            Recency = Recency,
            Frequency = Frequency,
            IdStart = Find,
            Sort = Sort,
            Ascending = Ascending,
            Skip = (PageNumber - 1) * PageSize,
            Take = PageSize,
        };

    protected override async Task LoadAsync(IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        var board = await Queries.BoardAsync(Access, new(AsOf, BoardFilter), cancellation, progress);
        var query = Query;
        // Off the circuit's thread: the first page in a new order sorts a million buyers.
        var page = await Task.Run(
            () =>
            {
                board.Prepare();
                return board.List(query);
            },
            cancellation
        );
        cancellation.ThrowIfCancellationRequested();
        var known = _shown?.Board == board && _shown.Query == query ? _shown.Offers : null;
        _shown = new(board, query, page, known);
    }

    protected override async Task LoadMoreAsync(CancellationToken cancellation)
    {
        if (_shown is not { Board.Count: > 0, Offers: null } shown)
            return;
        var offers = await loadOffers.RunAsync(Access, shown.Board, shown.Query, cancellation);
        cancellation.ThrowIfCancellationRequested();
        _shown = shown with { Offers = offers };
        StateHasChanged();
    }

    private string Sentence(BuyerBoard board) =>
        L[
            "BuyersSentence",
            L.Plural("BuyersCount", board.Count),
            Display.Share(board.Concentration.BuyersFor(0.8) / (double)board.Count),
            Display.Share(0.8, 0)
        ];

    private string OfferText(SegmentOffers? offers) =>
        L[
            "OfferTerms",
            Display.Percentage((offers?.Offer ?? Offer).Discount),
            Display.Money((offers?.Offer ?? Offer).Threshold, Access.Currency)
        ]
        + " "
        + L["Offer" + (offers?.Offer ?? Offer).Source];

    private string CutsText(RfmTable table) =>
        L[
            "CutsText",
            Cuts(table.RecencyCuts, from => Display.Count(-from)),
            Cuts(table.FrequencyCuts, from => Display.Count(from)),
            Cuts(table.MoneyCuts, from => Display.MoneyShort(new(from), Access.Currency))
        ];

    // From which value on there are scores 2, 3, 4 and 5; a score that nobody can get has none.
    private static string Cuts(Quintiles cuts, Func<long, string> show) =>
        string.Join(" · ", cuts.From.Select(from => from == long.MaxValue ? "–" : show(from)));

    private List<ChartSeries> Pareto(BuyerBoard board)
    {
        var points = new List<(double, double)>(CurvePoints + 1);
        for (var i = 0; i <= CurvePoints; i++)
        {
            var buyers = (int)((long)board.Count * i / CurvePoints);
            points.Add((i / (double)CurvePoints, board.Concentration.ShareOf(buyers)));
        }
        return [new(L["ShareOfMoneyAxis"], points)];
    }

    private void GoFirst(IReadOnlyList<(string Name, string? Value)> choices) =>
        Go([
            .. choices.Select(c => (c.Name, string.IsNullOrEmpty(c.Value) ? null : c.Value)),
            (PageName, null),
        ]);

    // One group in the list instead of whatever it showed.
    private string ListLink(params (string Name, string? Value)[] choices)
    {
        var cleared = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [FilterAddress.Segment] = null,
            [FilterAddress.From] = null,
            [FilterAddress.Below] = null,
            [RhythmName] = null,
            [RecencyName] = null,
            [FrequencyName] = null,
            [FindName] = null,
            [PageName] = null,
        };
        foreach (var (name, value) in choices)
            cleared[name] = value;
        return AtList([.. cleared.Select(c => (c.Key, c.Value))]);
    }

    private string ExportLink => Access.Href("reports/segments.xlsx?asOf=" + AsOf);

    // The list as it is chosen, without its order: alone in a workbook. A long one is made in the background, on the
    // page of reports.
    private string ListExportLink(int buyers) =>
        ExportOf(
            buyers,
            [
                .. FilterAddress.Write(Filter),
                (RhythmName, Rhythm?.ToString()),
                (RecencyName, Recency is { } r ? Score(r) : null),
                (FrequencyName, Frequency is { } f ? Score(f) : null),
                (FindName, Find),
            ]
        );

    private string SegmentExportLink(RfmSegment segment, int buyers) =>
        GroupExportLink(buyers, (FilterAddress.Segment, segment.ToString()));

    // One group of those whom the page is about.
    private string GroupExportLink(int buyers, params (string Name, string? Value)[] group) =>
        ExportOf(buyers, [.. FilterAddress.Write(BoardFilter), .. group]);

    private string? Download(int buyers) => buyers <= reports.Value.RowsAtOnce ? "" : null;

    private string ExportOf(int buyers, IEnumerable<(string Name, string? Value)> choices)
    {
        var query = choices
            .Where(c => !string.IsNullOrEmpty(c.Value))
            .ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal);
        query[FilterAddress.AsOf] = AsOf.ToString();
        if (Download(buyers) is not null)
            return QueryHelpers.AddQueryString(Access.Href("reports/buyers.xlsx"), query);
        query["report"] = "buyers";
        return QueryHelpers.AddQueryString(Access.Href("reports"), query);
    }

    private string SegmentLink(RfmSegment segment) => ListLink((FilterAddress.Segment, segment.ToString()));

    private string SegmentPageLink(string page, RfmSegment segment) =>
        Elsewhere(page, (FilterAddress.Segment, segment.ToString()));

    private string CellLink(int recency, int frequency) =>
        ListLink((RecencyName, Score(recency)), (FrequencyName, Score(frequency)));

    private static string Score(int score) => score.ToString(CultureInfo.InvariantCulture);

    // The table is below everything else: its next page and its order are seen without looking for it again.
    private string AtList(params (string Name, object? Value)[] choices) => Link(choices) + "#list";

    private string SortLink(BuyerSort sort) =>
        AtList(
            (SortName, sort.ToString()),
            (AscendingName, sort == Sort && !Ascending ? 1 : null),
            (PageName, null)
        );

    private string? SortState(BuyerSort sort) =>
        sort != Sort ? null
        : Ascending ? "ascending"
        : "descending";

    private string SortMark(BuyerSort sort) =>
        sort != Sort ? ""
        : Ascending ? " ↑"
        : " ↓";

    private string BuyerLink(BuyerId id) =>
        Access.Href("buyers/" + Uri.EscapeDataString(id.Value))
        + (Choice(FilterAddress.AsOf) is null ? "" : "?asOf=" + AsOf);

    private sealed record Shown(
        BuyerBoard Board,
        BuyerQuery Query,
        BuyerPageOfRows Page,
        SegmentOffers? Offers
    );
}
