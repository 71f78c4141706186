const later = async (): Promise<number> => 1;
export function run(): void {
  later();
}
