using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>The file as a whole can't be read further; <see cref="Error"/> says why, for its owner.</summary>
internal sealed class UnreadableFileException(Error error) : Exception(error.Code)
{
    public Error Error { get; } = error;
}
