namespace SellerLoyaltyPortal.Features.Api;

/// <summary>
/// The first of the two error bodies: the request as a whole was refused. The other one is
/// <see cref="ApiInvalid"/>; there is no third.
/// </summary>
/// <param name="Code">Stable, for programs: <c>key_missing</c>.</param>
/// <param name="Message">For people, in the request's <c>Accept-Language</c> (English or Russian).</param>
/// <param name="Reference">Where the portal's log says more; only with a failure of the portal itself.</param>
public sealed record ApiProblem(string Code, string Message, string? Reference = null);
