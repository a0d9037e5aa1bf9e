using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts.Mail;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

/// <summary>Who belongs to the seller, for its owners.</summary>
public sealed partial class MembersPage(
    ListMembers list,
    ChangeMemberRole changeRole,
    RemoveMember remove,
    MakeMemberLink makeLink,
    LinkMail mail,
    SetTwoFactorPolicy setPolicy,
    NavigationManager navigation,
    IStringLocalizer<AccountsText> texts
)
{
    private IReadOnlyList<MemberRow>? _members;
    private Guid? _removing;
    private string? _error;
    private string? _policyError;
    private bool _requiresTwoFactor;
    private string? _link;
    private LinkDelivery? _delivery;
    private string _linkFor = "";

    // A refused choice must leave the select at the role that still holds: it is made anew.
    private int _version;

    private IStringLocalizer L => texts;

    protected override Task OnInitializedAsync()
    {
        _requiresTwoFactor = Access.RequiresTwoFactor;
        return LoadAsync();
    }

    private async Task LoadAsync() => _members = await list.RunAsync(Access, CancellationToken.None);

    private async Task ChangeRoleAsync(MemberRow member, ChangeEventArgs e)
    {
        if (!Enum.TryParse<SellerRole>(e.Value as string, out var role))
            return;
        Show(await changeRole.RunAsync(Access, member.UserId, role, CancellationToken.None));
        // Who has just made themselves an analyst can't stay on an owners' page.
        if (_error is null && member.UserId == Access.UserId && role != SellerRole.Owner)
            navigation.NavigateTo(Access.Href(SellerAccess.HomePage), forceLoad: true);
        else
            await LoadAsync();
    }

    private async Task RemoveAsync(MemberRow member)
    {
        _removing = null;
        Show(await remove.RunAsync(Access, member.UserId, CancellationToken.None));
        if (_error is null && member.UserId == Access.UserId)
            navigation.NavigateTo(ReturnUrl.Start, forceLoad: true);
        else
            await LoadAsync();
    }

    private async Task RequireAsync(ChangeEventArgs e)
    {
        var outcome = await setPolicy.RunAsync(Access, e.Value is true, CancellationToken.None);
        _policyError = outcome.IsSuccess ? null : texts.Explain(outcome.Errors[0]);
        if (outcome.IsSuccess)
            _requiresTwoFactor = outcome.Value;
        _version++;
    }

    private async Task MakeLinkAsync(MemberRow member)
    {
        var outcome = await makeLink.RunAsync(Access, member.UserId, CancellationToken.None);
        Show(outcome);
        if (!outcome.TryGet(out var link))
            return;
        _delivery = await mail.SendAsync(member.Email, link, isInvitation: false, CancellationToken.None);
        (_link, _linkFor) = (link, member.Email);
    }

    private void Show<T>(Result<T> outcome)
    {
        _link = null;
        _version++;
        _error = outcome.IsSuccess ? null : texts.Explain(outcome.Errors[0]);
    }
}
