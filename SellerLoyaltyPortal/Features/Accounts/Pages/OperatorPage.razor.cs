using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

/// <summary>The marketplace's sellers, for its operators.</summary>
public sealed partial class OperatorPage(ListSellers sellers, IStringLocalizer<AccountsText> texts)
    : ComponentBase
{
    private IReadOnlyList<SellerRow>? _sellers;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    private IStringLocalizer L => texts;

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task OnCreatedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var outcome = await sellers.RunAsync((await Person).User, CancellationToken.None);
        if (outcome.TryGet(out var rows))
            _sellers = rows;
    }

    /// <summary>The day on which the seller's own calendar stood.</summary>
    private static string Created(SellerRow row) =>
        Display.DateShort(BusinessCalendar.Of(row.TimeZoneId).DayOf(row.CreatedAt));
}
