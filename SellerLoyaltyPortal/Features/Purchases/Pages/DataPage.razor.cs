using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Purchases.Marketplace;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>Brings purchases in, and shows what was brought before.</summary>
public sealed partial class DataPage(
    ImportJobs jobs,
    ImportHistory history,
    MarketplaceReports reports,
    SellerDays days,
    IStringLocalizer<PurchasesText> texts
)
{
    private ImportJob? _job;
    private IReadOnlyList<ImportHistoryRow>? _history;
    private IReadOnlyList<KeptReport> _reports = [];
    private SellerDay? _day;

    private IStringLocalizer L => texts;

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        // Whoever may only look is shown what is stored, not what an owner is trying.
        _job = Access.IsOwner ? jobs.Find(Access) : null;
        _day = await days.GetAsync(Access, CancellationToken.None);
        _reports = await reports.ListAsync(Access, CancellationToken.None);
        _history = await history.ListAsync(Access, CancellationToken.None);
    }

    private void OnStarted(ImportJob job) => _job = job;
}
