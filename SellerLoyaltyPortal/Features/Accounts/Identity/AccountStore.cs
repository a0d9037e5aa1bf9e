using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>Adds accounts through Identity; the caller holds the transaction.</summary>
internal sealed class AccountStore(UserManager<PortalUser> users, RoleManager<IdentityRole<Guid>> roles)
{
    public const int LongestName = 120;

    /// <summary>The longest address that mail can be delivered to (RFC 5321, 4.5.3.1).</summary>
    private const int LongestEmail = 254;

    public async Task<Result<PortalUser>> AddAsync(NewAccount account)
    {
        var email = account.Email.Trim();
        if (EmailError(email) is { } wrong)
            return wrong;
        var name = account.DisplayName?.Trim();
        if (string.IsNullOrEmpty(name))
            name = email[..email.LastIndexOf('@')];
        if (NameError(name) is { } wrongName)
            return wrongName;
        var user = new PortalUser
        {
            UserName = email,
            Email = email,
            DisplayName = name,
            Language = account.Language,
        };
        var created = account.Password is null
            ? await users.CreateAsync(user)
            : await users.CreateAsync(user, account.Password);
        if (!created.Succeeded)
            return Result<PortalUser>.Failure(IdentityErrors.Of(created));
        if (account.IsOperator)
        {
            if (!await roles.RoleExistsAsync(Policies.OperatorRole))
                IdentityErrors.ThrowOn(
                    await roles.CreateAsync(new IdentityRole<Guid>(Policies.OperatorRole))
                );
            IdentityErrors.ThrowOn(await users.AddToRoleAsync(user, Policies.OperatorRole));
        }
        return user;
    }

    /// <summary>What is wrong with a person's name, or null.</summary>
    public static Error? NameError(string? name) =>
        name?.Trim() switch
        {
            null or "" => new("DisplayNameIsMissing", nameof(NewAccount.DisplayName)),
            { Length: > LongestName } => new(
                "DisplayNameIsTooLong",
                nameof(NewAccount.DisplayName),
                LongestName
            ),
            _ => null,
        };

    /// <summary>What is wrong with an e-mail address, or null.</summary>
    public static Error? EmailError(string? email) =>
        email?.Trim() is { Length: > 0 and <= LongestEmail } trimmed
        && MailAddress.TryCreate(trimmed, out var address)
        && address.Address == trimmed
            ? null
            : new Error("EmailIsInvalid", nameof(NewAccount.Email));
}
