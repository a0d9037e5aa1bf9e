using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>What the statically rendered account pages share: the request and the errors of its form.</summary>
public abstract class AccountPage : ComponentBase
{
    [Inject]
    protected IStringLocalizer<AccountsText> L { get; set; } = default!;

    [Inject]
    private IStringLocalizer<PortalText> PortalTexts { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    protected HttpContext HttpContext { get; set; } = default!;

    protected string PortalName => PortalTexts["PortalName"];

    /// <summary>Of the form that was sent; empty before.</summary>
    protected IReadOnlyList<Error> Errors { get; set; } = [];

    protected const int LongestPassword = Identity.AskAgain.LongestPassword;

    /// <summary>The first error of a field, in words; of the form as a whole for null.</summary>
    protected string? ErrorOf(string? path) =>
        Errors.FirstOrDefault(e => e.Path == path) is { } error ? L.Explain(error) : null;
}
