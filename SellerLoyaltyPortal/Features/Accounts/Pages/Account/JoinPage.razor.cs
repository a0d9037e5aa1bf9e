using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Identity;

namespace SellerLoyaltyPortal.Features.Accounts.Pages.Account;

/// <summary>Where somebody who has an account accepts an invitation to one more seller.</summary>
public sealed partial class JoinPage
{
    private PortalUser? _user;
    private (Seller Seller, SellerRole Role)? _offer;

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    protected override async Task OnInitializedAsync()
    {
        HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        _user = await Users.GetUserAsync(HttpContext.User);
        if (_user is not null)
            _offer = await Services
                .GetRequiredService<JoinSeller>()
                .FindAsync(Token, _user, HttpContext.RequestAborted);
    }

    private async Task JoinAsync()
    {
        if (_user is null)
            return;
        var joined = await Services
            .GetRequiredService<JoinSeller>()
            .RunAsync(Token, _user, HttpContext.RequestAborted);
        if (joined.TryGet(out var seller))
            Navigation.NavigateTo($"/sellers/{seller.Slug}/{SellerAccess.HomePage}");
        else
            _offer = null;
    }
}
