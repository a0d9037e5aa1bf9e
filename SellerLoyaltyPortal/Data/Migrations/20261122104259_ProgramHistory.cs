using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerLoyaltyPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProgramHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ProgramTransitions_LoyaltyPrograms_ProgramId",
                table: "ProgramTransitions"
            );

            migrationBuilder.DropIndex(name: "IX_ProgramTransitions_ProgramId", table: "ProgramTransitions");

            migrationBuilder.AddColumn<string>(
                name: "AfterJson",
                table: "ProgramTransitions",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "BeforeJson",
                table: "ProgramTransitions",
                type: "TEXT",
                nullable: true
            );

            migrationBuilder.AddColumn<string>(
                name: "Step",
                table: "ProgramTransitions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddForeignKey(
                name: "FK_ProgramTransitions_Sellers_SellerId",
                table: "ProgramTransitions",
                column: "SellerId",
                principalTable: "Sellers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ProgramTransitions_Sellers_SellerId",
                table: "ProgramTransitions"
            );

            migrationBuilder.DropColumn(name: "AfterJson", table: "ProgramTransitions");

            migrationBuilder.DropColumn(name: "BeforeJson", table: "ProgramTransitions");

            migrationBuilder.DropColumn(name: "Step", table: "ProgramTransitions");

            migrationBuilder.CreateIndex(
                name: "IX_ProgramTransitions_ProgramId",
                table: "ProgramTransitions",
                column: "ProgramId"
            );

            migrationBuilder.AddForeignKey(
                name: "FK_ProgramTransitions_LoyaltyPrograms_ProgramId",
                table: "ProgramTransitions",
                column: "ProgramId",
                principalTable: "LoyaltyPrograms",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade
            );
        }
    }
}
