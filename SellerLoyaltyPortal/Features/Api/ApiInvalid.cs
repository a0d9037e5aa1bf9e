using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>
/// The second of the two error bodies (status 422): the request was read, and some values in it can't be
/// taken. Nothing of it was done.
/// </summary>
/// <param name="Code">Always <c>invalid</c>.</param>
/// <param name="Message">For people, in the request's <c>Accept-Language</c>.</param>
/// <param name="Errors">One entry a wrong value.</param>
public sealed record ApiInvalid(string Code, string Message, IReadOnlyList<ApiInvalid.Problem> Errors)
{
    /// <param name="Path">The parameter or JSON path: <c>asOf</c>, <c>lines[3].quantity</c>; empty for the whole.</param>
    /// <param name="Code">The rule's name.</param>
    /// <param name="Message">For people.</param>
    public sealed record Problem(string Path, string Code, string Message);

    /// <param name="errors">What a use case refused.</param>
    /// <param name="texts">Where the feature keeps the texts <c>Error.{Code}</c>.</param>
    public static UnprocessableEntity<ApiInvalid> Of(
        IEnumerable<Error> errors,
        IStringLocalizer texts,
        IStringLocalizer<ApiText> api,
        Currency? currency = null
    ) => Of(errors.Select(e => new Problem(JsonName(e.Path ?? ""), e.Code, texts.Explain(e, currency))), api);

    public static UnprocessableEntity<ApiInvalid> Of(
        IEnumerable<Problem> problems,
        IStringLocalizer<ApiText> api
    ) => TypedResults.UnprocessableEntity(new ApiInvalid("invalid", api["Problem.invalid"], [.. problems]));

    // Use cases name fields as C# does; a caller knows them as JSON does.
    private static string JsonName(string path) =>
        path.Length > 0 && char.IsUpper(path[0]) ? char.ToLowerInvariant(path[0]) + path[1..] : path;
}
