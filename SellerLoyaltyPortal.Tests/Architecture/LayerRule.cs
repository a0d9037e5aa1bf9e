namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>One row of the table: what an area of the portal may use of the portal.</summary>
/// <param name="Area">
/// <c>Data</c>, <c>Purchases</c> (a feature), <c>Programs.Mechanics</c> (a part of a feature with a rule of its
/// own), <c>*.Pages</c> (the pages of every feature).
/// </param>
/// <param name="MayUse">Areas, or single types (<c>Accounts.PortalUser</c>). <c>Shared</c> and a
/// feature's own parts are always allowed.</param>
/// <param name="Pure">No framework beyond <see cref="LayerRules.IsPureFramework"/>.</param>
public sealed record LayerRule(string Area, IReadOnlyList<string> MayUse, bool Pure = false);
