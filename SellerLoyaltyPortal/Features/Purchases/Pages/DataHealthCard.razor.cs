using Microsoft.AspNetCore.Components;
using Microsoft.Data.Sqlite;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Health;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>How the seller's data is: the feed, what looks wrong and what to do about it, what it takes.</summary>
public sealed partial class DataHealthCard(LoadLedgerHealth load, ILogger<DataHealthCard> log)
    : ComponentBase,
        IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private LedgerHealth? _health;
    private string? _error;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    /// <summary>Something was imported: while it is read, its room is kept, so that nothing below it moves.</summary>
    [Parameter]
    public bool HasLedger { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _error = null;
        try
        {
            _health = await load.RunAsync(Access, _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
        catch (SqliteException busy)
        {
            // The rest of the page does without.
            log.LogWarning(busy, "The health of seller {Seller} could not be read", Access.SellerId);
            _error = H["LoadFailed"];
        }
    }

    private string Told(QualityFinding finding) =>
        finding.Check switch
        {
            QualityCheck.WithoutPrice => finding.IsGood
                ? H["WithoutPriceGood"]
                : H.Plural("WithoutPriceFound", finding.Count, Part(finding.Share)),
            QualityCheck.FutureDates => finding.Days is { } days
                ? H.Plural("FutureFound", finding.Count, Display.Range(days))
                : H["FutureGood"],
            QualityCheck.Gaps => finding.Days is { } gap
                ? H.Plural("GapsFound", finding.Count, Display.Range(gap))
                : H["GapsGood"],
            QualityCheck.LargeBuyer => finding.Buyer is { } buyer
                ? H[
                    "LargestBuyer",
                    buyer.Value,
                    Display.Share(finding.Share),
                    Display.Range(finding.Days!.Value)
                ]
                : H["NoRevenue"],
            QualityCheck.Currencies => finding.IsGood
                ? H["OneCurrency", Access.Currency.Symbol]
                : H.Plural(
                    "OtherCurrencyFound",
                    finding.Count,
                    Access.Currency.Symbol,
                    H.Plural("OfFiles", finding.Files)
                ),
        };

    // A few lines of a million are not none.
    private static string Part(double share) =>
        share is > 0 and < 0.0005 ? "< " + Display.Share(0.001) : Display.Share(share);

    private string Ago(TimeSpan lag) =>
        lag.TotalDays >= 2 ? H.Plural("AgoDays", (long)lag.TotalDays)
        : lag.TotalHours >= 1 ? H.Plural("AgoHours", (long)lag.TotalHours)
        : H.Plural("AgoMinutes", (long)lag.TotalMinutes);

    // Of the days before today, which is not over.
    private static long Usual(LedgerHealth health) =>
        (long)health.Days.SkipLast(1).Select(d => d.Lines).DefaultIfEmpty().Average();

    private string Megabytes(long bytes) =>
        H["Megabytes", Display.Count(bytes / 1_048_576), bytes % 1_048_576 * 10 / 1_048_576];
}
