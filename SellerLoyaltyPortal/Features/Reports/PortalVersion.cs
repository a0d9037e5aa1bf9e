using System.Reflection;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Which portal made a report.</summary>
internal static class PortalVersion
{
    public static readonly string Text =
        typeof(PortalVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "";
}
