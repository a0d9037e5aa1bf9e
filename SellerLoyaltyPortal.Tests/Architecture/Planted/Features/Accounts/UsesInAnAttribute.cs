using System.ComponentModel;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts;

// A planted violation: the guard that does not report it guards nothing.
[TypeConverter(typeof(PurchaseLine))]
internal static class UsesInAnAttribute;
