using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

/// <summary>Leads everyone to where their work is.</summary>
public sealed partial class StartPage(
    SellerDirectory sellers,
    NavigationManager navigation,
    IStringLocalizer<AccountsText> texts,
    IStringLocalizer<PortalText> portalTexts
) : ComponentBase
{
    private IReadOnlyList<SellerAccess>? _sellers;
    private bool _isOperator;

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    private IStringLocalizer L => texts;

    private IStringLocalizer P => portalTexts;

    protected override async Task OnInitializedAsync()
    {
        var person = (await Person).User;
        _isOperator = person.IsInRole(Policies.OperatorRole);
        var mine = await sellers.ListAsync(person, CancellationToken.None);
        switch (mine.Count, _isOperator)
        {
            case (0, true):
                navigation.NavigateTo(AccountAddresses.Operator, replace: true);
                break;
            case (1, false):
                navigation.NavigateTo(mine[0].Href(SellerAccess.HomePage), replace: true);
                break;
            default:
                _sellers = mine;
                break;
        }
    }
}
