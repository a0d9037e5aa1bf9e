namespace SellerLoyaltyPortal.Data;

/// <summary>
/// A row that stays as it was first stored: history, versions, frozen totals. <see cref="WriteOnceInterceptor"/>
/// refuses to change or remove one; a trigger on its table refuses what passes the interceptor by.
/// </summary>
public interface IWriteOnce;
