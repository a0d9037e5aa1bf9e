using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Refuses a password that is nothing but words which stand around it, with digits and signs between them: the
/// portal's own (<c>ContextWords.txt</c>), the person's name and that of their address, the names of their sellers.
/// Somebody who tries passwords at one portal begins with these.
/// </summary>
internal sealed class ContextWords(SellerDbContextFactory contexts) : IPasswordValidator<PortalUser>
{
    public const string ErrorCode = "PasswordIsOfContext";

    /// <summary>Shorter ones stand in other words too.</summary>
    private const int ShortestWord = 3;

    /// <summary>So many letters beside the words make it no other password.</summary>
    private const int LettersBeside = 2;

    private static readonly Lazy<string[]> List = new(Load);

    private static readonly IdentityResult Refused = IdentityResult.Failed(
        new IdentityError { Code = ErrorCode }
    );

    public async Task<IdentityResult> ValidateAsync(
        UserManager<PortalUser> manager,
        PortalUser user,
        string? password
    )
    {
        if (password is null)
            return IdentityResult.Success;
        await using var context = contexts.ForPlatform();
        var sellers = await (
            from membership in context.Set<SellerMembership>()
            join seller in context.Set<Seller>() on membership.SellerId equals seller.Id
            where membership.UserId == user.Id
            select new { seller.Name, seller.Slug }
        ).ToListAsync();
        var texts = sellers.SelectMany(s => new[] { s.Name, s.Slug }).Append(user.DisplayName);
        var address = user.Email?.Split('@')[0] ?? "";
        return IsMadeOf(password, texts.Append(address)) ? Refused : IdentityResult.Success;
    }

    /// <param name="texts">What else stands around it; each is taken apart into its words.</param>
    public static bool IsMadeOf(string password, IEnumerable<string> texts)
    {
        // Longest first: "sellers" before "seller", whose rest would be a letter.
        var words = List
            .Value.Concat(texts.SelectMany(WordsOf))
            .Select(w => w.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(w => w.Length)
            .ToList();
        var typed = password.ToLowerInvariant();
        return IsMadeOf(typed, words)
            // Typed on the keys of the other alphabet.
            || IsMadeOf(
                KeyboardLayouts.AsLatin(typed),
                [.. words.Select(KeyboardLayouts.AsLatin).OrderByDescending(w => w.Length)]
            );
    }

    private static bool IsMadeOf(string typed, List<string> words)
    {
        var rest = words.Aggregate(typed, (left, word) => left.Replace(word, " ", StringComparison.Ordinal));
        return rest.Length < typed.Length && rest.Count(char.IsLetter) <= LettersBeside;
    }

    /// <summary>Whole where it is an address's name, and in its parts: "vera.gromova" is both.</summary>
    private static IEnumerable<string> WordsOf(string text) =>
        text.Split([.. text.Where(c => !char.IsLetter(c))])
            .Prepend(text)
            .Where(w => w.Count(char.IsLetter) >= ShortestWord);

    private static string[] Load()
    {
        using var stream = typeof(ContextWords).Assembly.GetManifestResourceStream(
            typeof(ContextWords).FullName + ".txt"
        )!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
