using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>Who buys: segments, concentration, and a table that stays quick at a million rows.</summary>
public sealed partial class BuyersPage
{
    private const string SegmentName = "segment";
    private const string RhythmName = "rhythm";
    private const string SortName = "sort";
    private const string FindName = "find";
    private const string AscendingName = "ascending";
    private const int PageSize = 50;
    private const string Letters = "R·F·M";

    private static readonly double[] ConcentrationShares = [0.2, 0.5, 0.8];

    private BuyerBoard? _board;
    private BuyerPageOfRows? _page;
    private BuyerThreshold? _offer;

    [SupplyParameterFromQuery(Name = SegmentName)]
    public string? SegmentText { get; set; }

    [SupplyParameterFromQuery(Name = RhythmName)]
    public string? RhythmText { get; set; }

    [SupplyParameterFromQuery(Name = SortName)]
    public string? SortText { get; set; }

    [SupplyParameterFromQuery(Name = FindName)]
    public string? IdStart { get; set; }

    /// <summary>1 lists the least first.</summary>
    [SupplyParameterFromQuery(Name = AscendingName)]
    public int Ascending { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public int PageText { get; set; }

    private RfmSegment? Segment => Choice<RfmSegment>(SegmentText);

    private BuyerRhythm? Rhythm => Choice<BuyerRhythm>(RhythmText);

    private BuyerSort Sort => Choice(SortText, BuyerSort.Total);

    private int Pages => Math.Max(1, ((_page?.Matching ?? 0) + PageSize - 1) / PageSize);

    private int PageNumber => Math.Max(1, PageText);

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var offer = await Queries.ThresholdAsync(Access, cancellation);
        var board = await Queries.BoardAsync(Access, offer.Rule, AsOf, cancellation);
        var page = board.List(
            new()
            {
                Segment = Segment,
                Rhythm = Rhythm,
                IdStart = IdStart,
                Sort = Sort,
                Ascending = Ascending == 1,
                Skip = (int)Math.Min((PageNumber - 1L) * PageSize, int.MaxValue),
                Take = PageSize,
            }
        );
        (_board, _page, _offer) = (board, page, offer);
    }

    private Money Threshold => _offer?.Threshold ?? Money.FromUnits(1000);

    // Around the threshold; buyers whose returns outweigh what they kept are in the first band.
    private IEnumerable<(Money? From, Money? Below, int Buyers)> Bands(BuyerBoard board)
    {
        Money?[] edges = [null, Quarters(1), Quarters(2), Quarters(3), Quarters(4), Quarters(8), null];
        for (var i = 0; i + 1 < edges.Length; i++)
            yield return (
                edges[i],
                edges[i + 1],
                board.CountBetween(edges[i] ?? new(long.MinValue), edges[i + 1])
            );

        Money Quarters(int count) => Threshold.Fraction(count, 4);
    }

    private string BandName(Money? from, Money? below) =>
        (from, below) switch
        {
            (null, { } top) => L["BandBelow", Display.Money(top, Access.Currency)],
            ({ } low, null) => L["BandFrom", Display.Money(low, Access.Currency)],
            ({ } low, { } top) => L[
                "BandBetween",
                Display.Money(low, Access.Currency),
                Display.Money(top, Access.Currency)
            ],
            _ => L["Everybody"],
        };

    private string Sentence(BuyerBoard board) =>
        L[
            "BuyersSentence",
            L.Plural("BuyersCount", board.Count),
            Display.Share(board.Concentration.BuyersFor(0.8) / (double)board.Count),
            Display.Share(0.8, 0)
        ];

    private void GoFirst(string name, string? value) =>
        Navigation.NavigateTo(Link((name, string.IsNullOrEmpty(value) ? null : value), ("page", null)));

    private string BuyerLink(BuyerId id) =>
        Access.Href("buyers/" + Uri.EscapeDataString(id.Value)) + AsOfQuery();

    private string AsOfQuery() => AsOfText is null ? "" : "?asOf=" + AsOf;
}
