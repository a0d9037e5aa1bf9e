using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components;

namespace SellerLoyaltyPortal.Frame;

public sealed partial class MainLayout
{
    [Inject]
    private IStringLocalizer<PortalText> L { get; set; } = default!;
}
